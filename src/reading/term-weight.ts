/** How informative each term is (inverse frequency). */
export type TermWeight = (term: string) => number
