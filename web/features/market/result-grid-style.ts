/** One column on a phone; on a desk the facets stand beside them. */
export const RESULT_GRID_STYLE = "grid gap-5 sm:grid-cols-2 xl:grid-cols-3";
