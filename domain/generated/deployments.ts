/** Where the contracts stand, by chain id; 31337 is any local chain after the launcher deployed on it. */
export const deployments = {
  31337: {
    forwarder: "0x5fbdb2315678afecb367f032d93f642f64180aa3",
    descriptor: "0xe7f1725e7734ce288f8367e1bb143e90bb3f0512",
    escrow: "0x9fe46736679d2d9a65f0992f2272de9f3c7fa6e0",
    token: "0x75537828f2ce51be7289709686a69cbfdbb714f1",
    offerBook: "0xe451980132e65465d0a498c53f0b5227326dd73f",
    ratingBook: "0xcf7ed3acca5a467e9e704c703e8d87f634fb0fc9",
    arbiterRegistry: "0xdc64a140aa3e981100a9beca4e685f962f0cf6c9",
    swap: "0x5fc8d32690cc91d4c39d9d3abcbd16989f875707",
    startBlock: 0,
  },
} as const;
