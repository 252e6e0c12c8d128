import { withoutDiacritics } from '../../../language/tokens/normalise.ts'

/** The marks around a nickname, and the full stop of an initial. */
const outerMarks = /^[("“”„‘'«]+|["“”’'»).]+$/gu

/** A word of a name for comparison: without accents, capitals and the marks around it. */
export const keyOf = (word: string): string => withoutDiacritics(word).replace(outerMarks, '')

export const keysOf = (words: readonly string[]): readonly string[] => words.map(keyOf)

/** Whether a long form contains each word of a short one; an initial matches any word that begins with it. */
export const containsKeys = (long: readonly string[], short: readonly string[]): boolean =>
  short.every((one) => long.some((other) => other === one || (one.length === 1 && other.startsWith(one))))

const minShared = 3

/** Whether two forms with one last name may be spellings of one person's name, as "Tim Lee" and "Timothy Lee" are. */
export function isShortForm(some: readonly string[], others: readonly string[]): boolean {
  const [one = '', other = ''] = [some[0], others[0]]
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= minShared && short !== long && long.startsWith(short) && some.at(-1) === others.at(-1)
}
