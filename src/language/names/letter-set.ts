/** The letters of a word, as bits; several letters may share a bit. */
export type LetterSet = number

/** All bits: nothing is known about a word with characters outside the basic plane, which has more UTF-16 units than letters. */
const anyLetters: LetterSet = -1

export function lettersOf(word: string): LetterSet {
  let letters = 0
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (code >= 0xd800 && code <= 0xdfff) return anyLetters
    letters |= 1 << (code & 31)
  }
  return letters
}

/** The number of bits that are set: counted in pairs, then in groups of 4, 8 and 32 bits (Warren, Hacker's Delight, 2nd ed., 5-1). */
export function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  const eights = (fours + (fours >>> 4)) & 0x0f0f0f0f
  return Math.imul(eights, 0x01010101) >>> 24
}

/** Jaro-Winkler adds at most this share of what Jaro's similarity lacks to 1, for equal letters at the beginning. */
const maxPrefixShare = 0.5

/**
 * Whether the similarity of two words (Jaro-Winkler) can be `least` or more, by the letters that one has and the other has not. Jaro's part is
 * the mean of the share of matching letters in each word, and of a third value of at most 1. It costs a hundredth of the similarity.
 */
export function mayBeSimilar(
  a: string,
  lettersOfA: LetterSet,
  b: string,
  lettersOfB: LetterSet,
  least: number,
): boolean {
  if (lettersOfA === anyLetters || lettersOfB === anyLetters) return true
  const matching = Math.min(
    a.length - countBits(lettersOfA & ~lettersOfB),
    b.length - countBits(lettersOfB & ~lettersOfA),
  )
  const jaro = (matching / a.length + matching / b.length + 1) / 3
  return jaro + maxPrefixShare * (1 - jaro) >= least
}
