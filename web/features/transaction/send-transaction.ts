import type { Abi, Address, ContractFunctionArgs, ContractFunctionName, Hex } from "viem";
import { simulateContract, writeContract } from "wagmi/actions";
import type { Config } from "wagmi";
import { CONTRACT_ERRORS } from "#web/features/transaction/contract-error.ts";

/** One call of a contract that changes it. */
export type ContractCall<
  Contract extends Abi = Abi,
  Name extends ContractFunctionName<Contract, "nonpayable"> = ContractFunctionName<Contract, "nonpayable">,
> = {
  address: Address;
  abi: Contract;
  functionName: Name;
  args: ContractFunctionArgs<Contract, "nonpayable", Name>;
};

/**
 * Tries a call against the chain as it is, then has the wallet sign and send it.
 * @param onReady called once the trial went well and the wallet is about to open
 * @throws the contract's refusal before the wallet opens; what the wallet throws
 */
export async function sendTransaction(
  config: Config,
  account: Address,
  call: ContractCall,
  onReady: () => void,
): Promise<Hex> {
  const { request } = await simulateContract(config, { ...call, account, abi: [...call.abi, ...CONTRACT_ERRORS] });
  onReady();
  return writeContract(config, request);
}
