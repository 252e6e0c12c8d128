import { type Sentence, termSetOf } from './read-sentences.ts'

/** How much each term tells (inverse frequency). */
export type TermWeight = (term: string) => number

/** The weighted overlap of two sets of terms: twice the shared weight / the sum of both (Dice), 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: TermWeight): number {
  let shared = 0
  let all = 0
  for (const term of a) {
    const own = weight(term)
    all += own
    if (b.has(term)) shared += own
  }
  for (const term of b) all += weight(term)
  return all === 0 ? 0 : (2 * shared) / all
}

const nearCopy = 0.75

function sameFigures(a: Sentence, b: Sentence): boolean {
  const values = (sentence: Sentence) =>
    sentence.figures
      .map(({ value }) => value)
      .sort((x, y) => x - y)
      .join()
  return values(a) === values(b)
}

/** Whether two sentences say the same in nearly the same words: the same figures, and three quarters of their weight shared. */
export function isNearCopy(a: Sentence, b: Sentence, weight: TermWeight): boolean {
  return sameFigures(a, b) && overlap(termSetOf(a), termSetOf(b), weight) >= nearCopy
}
