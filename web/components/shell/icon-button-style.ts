/** A round button with only a picture in it: its name is its aria-label. */
export const ICON_BUTTON_STYLE =
  "inline-flex size-11 shrink-0 items-center justify-center rounded-full text-soft transition-colors hover:bg-sunk hover:text-ink data-popup-open:bg-sunk data-popup-open:text-ink";
