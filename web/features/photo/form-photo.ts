/** A photo in a form: uploaded, and described. */
export type FormPhoto = { id: string; width: number; height: number; alt: string };
