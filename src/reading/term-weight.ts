/** How much each term tells (inverse frequency). */
export type TermWeight = (term: string) => number
