import { seededRandom } from '../testkit/random.ts'

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru'.split(' ')

/** A made-up word for a number: always the same one, in letters only. */
export function spelled(index: number): string {
  let [rest, word] = [index + syllables.length, '']
  while (rest > 0) {
    word += syllables[rest % syllables.length] ?? ''
    rest = Math.floor(rest / syllables.length)
  }
  return word
}

/** A word with its first letter in upper case. */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Random choices for made-up texts. */
export interface Choices {
  /** A number in [0, 1). */
  next(): number
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number
  /** A rank from 0 to `size` - 1. By Zipf's law, the word of rank r is drawn 1/r as often as the first, as in a language. */
  ranked(size: number): number
  /** One of several words, each as often as any other. */
  pick(all: readonly string[]): string
}

/** Choices that are the same for the same seed. */
export function seededChoices(seed: number): Choices {
  const next = seededRandom(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    ranked: (size) => Math.floor(size ** next()) - 1,
    pick: (all) => all[below(all.length)] ?? '',
  }
}
