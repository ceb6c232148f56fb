/** What darkens the page behind a dialog. */
export const BACKDROP_STYLE = [
  "fixed inset-0 z-50 min-h-dvh bg-[#15120f]/55 transition-opacity duration-200",
  "data-ending-style:opacity-0 data-starting-style:opacity-0",
].join(" ");

/** A sheet from the bottom on a phone, a card in the middle on a desk. */
export const POPUP_STYLE = [
  "fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col gap-4 overflow-y-auto overscroll-contain",
  "rounded-t-[1.25rem] border border-line bg-raised p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] text-ink shadow-float outline-none",
  "transition-[translate,scale,opacity] duration-200 ease-settle",
  "data-ending-style:translate-y-6 data-ending-style:opacity-0 data-starting-style:translate-y-6 data-starting-style:opacity-0",
  "sm:inset-auto sm:inset-s-1/2 sm:top-1/2 sm:w-[min(34rem,calc(100vw-3rem))] sm:-translate-x-1/2 sm:-translate-y-1/2",
  "sm:rounded-card sm:p-6 rtl:sm:translate-x-1/2",
  "sm:data-ending-style:-translate-y-1/2 sm:data-ending-style:scale-[0.98] sm:data-starting-style:-translate-y-1/2 sm:data-starting-style:scale-[0.98]",
].join(" ");
