import { ERROR_STATUS, type ErrorCode } from "#web/lib/errors.ts";

/**
 * Fetches a receipt and hands it to the browser to keep.
 * @returns why there is none; undefined where there is one
 */
export async function saveReceipt(address: string): Promise<ErrorCode | undefined> {
  try {
    const response = await fetch(address);
    if (!response.ok) return codeOf(await response.json());
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "receipt.json";
    link.click();
    URL.revokeObjectURL(link.href);
    return undefined;
  } catch {
    return "unavailable";
  }
}

function codeOf(problem: unknown): ErrorCode {
  const code = typeof problem === "object" && problem !== null && "code" in problem ? problem.code : undefined;
  return typeof code === "string" && code in ERROR_STATUS ? (code as ErrorCode) : "unavailable";
}
