/** One column on a phone, three on a desk. */
export const CARD_GRID_STYLE = "grid gap-5 sm:grid-cols-2 lg:grid-cols-3";
