/** As of Ponder's store for its copy of the chain, while it follows one: when the chain drops blocks, there are no answers to forget. */
export function createSyncStore(): { pruneRpcRequestResults: () => Promise<void> } {
  return { pruneRpcRequestResults: () => Promise.resolve() };
}
