import { DEMO_MEMBER_COUNT } from "#web/features/demo/demo-account.ts";

const KEY = "timetoken.demo-member";

/** Remembers in this browser which demo member its demo wallet belongs to. */
export function chooseDemoMember(index: number): void {
  localStorage.setItem(KEY, String(index));
}

export function forgetDemoMember(): void {
  localStorage.removeItem(KEY);
}

/** @returns 1 to 24, or undefined where none was chosen */
export function chosenDemoMember(): number | undefined {
  const index = Number(localStorage.getItem(KEY));
  return Number.isInteger(index) && index >= 1 && index <= DEMO_MEMBER_COUNT ? index : undefined;
}
