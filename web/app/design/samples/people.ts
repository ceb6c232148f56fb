/** Members who appear in the samples. */
export const PEOPLE = {
  marek: { address: "0x70997970c51812dc3a010c7d01b50e0d17dc79c8", name: "Marek Dvořák", score: 91 },
  ines: { address: "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc", name: "Inés Romero", score: 87 },
  hannah: { address: "0x90f79bf6eb2c4f870365e785982e1f101e93b906", name: "Hannah Vogel", score: 74 },
  omar: { address: "0x15d34aaf54267db7d7c367839aaf71a00a2c6a65", name: "Omar Haddad", score: null },
} as const;
