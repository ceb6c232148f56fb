import { setTimeout as pass } from "node:timers/promises";
import { hexToNumber, numberToHex, type Hex, type TypedDataDefinition } from "viem";
import { privateKeyToAccount, type PrivateKeyAccount } from "viem/accounts";
import { askNode } from "./node.ts";
import { PROVIDER_CODES, ProviderError } from "./provider-error.ts";
import { signAndSend, type PageTransaction } from "./transaction.ts";

/** As long as somebody quick takes to read a prompt and press the button. */
const APPROVAL_MS = 400;

/** What a page may ask without anybody being asked. */
const READS = /^(eth_(call|estimateGas|gasPrice|blockNumber|get\w+|feeHistory|maxPriorityFeePerGas)|net_version)$/;

export interface WalletOptions {
  /** The keys of its accounts; the first is the one in use. */
  keys: readonly Hex[];
  /** The chain it is on. */
  chainId: number;
  /** The nodes of the chains it knows, by chain id. A chain without a node is known and cannot be reached. */
  nodes: Readonly<Record<number, string | null>>;
  /** Tells the pages of something that happened in the wallet. */
  emit: (name: "accountsChanged" | "chainChanged", value: unknown) => Promise<void>;
}

/** A wallet as people have in their browser, with the one who uses it: the keys stay here, outside of the page. */
export class Wallet {
  readonly #accounts: readonly PrivateKeyAccount[];
  readonly #nodes: Map<number, string | null>;
  readonly #emit: WalletOptions["emit"];
  #chainId: number;
  #inUse = 0;
  #connected = false;
  #rejections = 0;

  /** The methods somebody was asked about, in order, the refused ones too. */
  readonly prompts: string[] = [];

  constructor({ keys, chainId, nodes, emit }: WalletOptions) {
    this.#accounts = keys.map((key) => privateKeyToAccount(key));
    this.#chainId = chainId;
    this.#nodes = new Map(Object.entries(nodes).map(([id, node]) => [Number(id), node]));
    this.#emit = emit;
  }

  /** The account in use, lower case. */
  get address(): Hex {
    return this.#account.address.toLowerCase() as Hex;
  }

  get chainId(): number {
    return this.#chainId;
  }

  /** Presses "Reject" at the next prompt. */
  rejectNext(): void {
    this.#rejections += 1;
  }

  /** Turns to another of its accounts, as in the wallet's own window. */
  async turnTo(index: number): Promise<void> {
    this.#inUse = index;
    await this.#emit("accountsChanged", this.#visibleAccounts());
  }

  /** Turns to another chain, as in the wallet's own window. */
  async moveTo(chainId: number): Promise<void> {
    this.#chainId = chainId;
    await this.#emit("chainChanged", numberToHex(chainId));
  }

  /**
   * Answers a page (EIP-1193).
   * @throws ProviderError
   */
  async request(method: string, params: readonly unknown[]): Promise<unknown> {
    switch (method) {
      case "eth_chainId":
        return numberToHex(this.#chainId);
      case "eth_accounts":
        return this.#visibleAccounts();
      case "eth_requestAccounts":
        await this.#connect(method);
        return this.#visibleAccounts();
      case "wallet_requestPermissions":
        await this.#connect(method);
        return [{ parentCapability: "eth_accounts" }];
      case "wallet_getPermissions":
        return this.#connected ? [{ parentCapability: "eth_accounts" }] : [];
      case "wallet_revokePermissions":
        this.#connected = false;
        return null;
      case "wallet_switchEthereumChain":
        return this.#switchChain(readChainId(params[0]));
      case "wallet_addEthereumChain":
        return this.#addChain(readChainId(params[0]), (params[0] as { rpcUrls: string[] }).rpcUrls[0] ?? null);
      case "personal_sign":
        await this.#approve(method, params[1]);
        return this.#account.signMessage({ message: { raw: params[0] as Hex } });
      case "eth_signTypedData_v4":
        return this.#signTypedData(method, params[0], JSON.parse(params[1] as string) as TypedDataDefinition);
      case "eth_sendTransaction":
        return this.#sendTransaction(method, params[0] as PageTransaction);
      default:
        if (READS.test(method)) return askNode(this.#node(), method, params);
        throw new ProviderError(PROVIDER_CODES.unsupportedMethod, `The wallet does not do ${method}.`);
    }
  }

  get #account(): PrivateKeyAccount {
    const account = this.#accounts[this.#inUse];
    if (!account) throw new Error(`The wallet has no account ${this.#inUse}`);
    return account;
  }

  #visibleAccounts(): Hex[] {
    return this.#connected ? [this.#account.address] : [];
  }

  async #connect(method: string): Promise<void> {
    if (this.#connected && method === "eth_requestAccounts") return;
    await this.#prompt(method);
    this.#connected = true;
  }

  async #switchChain(chainId: number): Promise<null> {
    if (chainId === this.#chainId) return null;
    if (!this.#nodes.has(chainId)) {
      throw new ProviderError(PROVIDER_CODES.unknownChain, `Unrecognized chain ID ${numberToHex(chainId)}.`);
    }
    await this.#prompt("wallet_switchEthereumChain");
    await this.moveTo(chainId);
    return null;
  }

  async #addChain(chainId: number, node: string | null): Promise<null> {
    await this.#prompt("wallet_addEthereumChain");
    this.#nodes.set(chainId, node);
    if (chainId !== this.#chainId) await this.moveTo(chainId);
    return null;
  }

  async #signTypedData(method: string, from: unknown, data: TypedDataDefinition): Promise<Hex> {
    const wanted = Number(data.domain?.chainId ?? this.#chainId);
    if (wanted !== this.#chainId) {
      throw new ProviderError(
        -32_602,
        `Provided chainId "${wanted}" must match the active chainId "${this.#chainId}".`,
      );
    }
    await this.#approve(method, from);
    return this.#account.signTypedData(data);
  }

  async #sendTransaction(method: string, transaction: PageTransaction): Promise<Hex> {
    await this.#approve(method, transaction.from);
    return signAndSend(this.#account, transaction, { chainId: this.#chainId, node: this.#node() });
  }

  /** Asks for a signature in the name of `from`, who must be the account the page is connected to. */
  async #approve(method: string, from: unknown): Promise<void> {
    if (!this.#connected || typeof from !== "string" || from.toLowerCase() !== this.address) {
      throw new ProviderError(
        PROVIDER_CODES.unauthorized,
        "The requested account has not been authorized by the user.",
      );
    }
    await this.#prompt(method);
  }

  async #prompt(method: string): Promise<void> {
    this.prompts.push(method);
    await pass(APPROVAL_MS);
    if (this.#rejections === 0) return;
    this.#rejections -= 1;
    throw new ProviderError(PROVIDER_CODES.userRejected, "User rejected the request.");
  }

  #node(): string {
    const node = this.#nodes.get(this.#chainId);
    if (node) return node;
    throw new ProviderError(PROVIDER_CODES.chainDisconnected, `Chain ${this.#chainId} cannot be reached.`);
  }
}

function readChainId(param: unknown): number {
  return hexToNumber((param as { chainId: Hex }).chainId);
}
