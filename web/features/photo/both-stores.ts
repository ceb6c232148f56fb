import type { PhotoStore } from "#web/features/photo/photo-store.ts";

/** Two stores while pictures are moved from one to the other: new ones go to the first, and either is read. */
export function bothStores(first: PhotoStore, other: PhotoStore): PhotoStore {
  return {
    put: (id, files) => first.put(id, files),
    // Between the first look and the second a picture may have been moved: then the first has it by now.
    get: async (id, size) => (await first.get(id, size)) ?? (await other.get(id, size)) ?? (await first.get(id, size)),
    remove: async (id) => {
      await first.remove(id);
      await other.remove(id);
    },
  };
}
