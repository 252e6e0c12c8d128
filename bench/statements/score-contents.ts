/** The words of some stretches of a text, as the offsets at which they begin. */
export function wordsOf(text: string, stretches: readonly (readonly [number, number])[]): ReadonlySet<number> {
  return new Set(
    stretches.flatMap(([start, end]) => [...text.slice(start, end).matchAll(words)].map(({ index }) => start + index)),
  )
}

const words = /[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu

/** The words that two contents share, as a part of their combined words (Jaccard index). */
export function overlapOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s?\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether a found speaker contains the annotated speaker's head, whatever the case, accents and punctuation. */
export const isRightSpeaker = (head: string | null, speaker: string | null): boolean =>
  head !== null && speaker !== null && ` ${fold(speaker)} `.includes(` ${fold(head)} `)

/** Two contents match if they share at least this part of their combined words. */
export const minOverlap = 0.5
