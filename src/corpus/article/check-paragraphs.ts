import { BadFile } from './bad-file.ts'

/** The longest paragraph that is read, in UTF-16 units. The time to read one grows with the square of its length. */
const maxLength = 50_000
/** The maximum number of paragraphs in one file: several times those of a long novel. The time to read a file grows with their number. */
const maxParagraphs = 20_000

/**
 * Checks the paragraphs of a file by their lengths in UTF-16 units.
 * @throws BadFile if there are too many or too long ones.
 */
export function checkParagraphs(lengths: readonly number[]): void {
  if (lengths.length > maxParagraphs) {
    throw new BadFile('too-large', 'has over 20,000 paragraphs; split it into smaller files')
  }
  const long = lengths.findIndex((length) => length > maxLength)
  if (long < 0) return
  const what = `has a paragraph of over 50,000 characters (¶${long + 1})`
  throw new BadFile('too-large', `${what}; break it into shorter ones`)
}
