// Nothing: a wallet that would need its maker's SDK is not offered (see web/features/wallet/wallet-config.ts).
export default undefined;
