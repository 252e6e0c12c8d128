/** Between the cells of a row: white space that is wider than that between words. */
export const cellSpace = '\u2003'
