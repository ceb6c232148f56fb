/** What one types or chooses in: the same face for input, textarea and select. */
export const CONTROL_STYLE = [
  "w-full min-h-11 rounded-control border border-edge bg-raised px-3.5 py-2.5 text-base text-ink",
  "placeholder:text-soft transition-colors duration-150 hover:border-ink",
  "focus-visible:border-brand focus-visible:outline-offset-1",
  "data-invalid:border-warn data-disabled:opacity-55",
].join(" ");
