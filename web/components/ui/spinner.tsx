/** An arc going round the dial, in the colour of the text it stands in. */
export function Spinner() {
  return (
    <svg viewBox="0 0 20 20" fill="none" aria-hidden="true" className="size-[1.125em] animate-spin">
      <circle cx="10" cy="10" r="7.5" stroke="currentColor" strokeWidth="3" opacity="0.25" />
      <path d="M10 2.5a7.5 7.5 0 0 1 7.5 7.5" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
