import { jaroWinkler } from '@skyra/jaro-winkler'
import { unicodeRegExp } from '../text/unicode-regexp.ts'
import { normalise } from '../tokens/normalise.ts'
import { countryOf } from '../vocabulary/countries.ts'

/** Minimum similarity (Jaro-Winkler) of two spellings of one name. */
export const sameSpelling = 0.9
const minVariantLength = 5
// Comparison takes quadratic time, and no name is longer than this.
const maxVariantLength = 64

/**
 * A folded name without the variations of transliteration: doubled letters, y/i/j, w/v, ph/f, kh/h, ck/k, a final -iy, -yy, -ij.
 * "sergey", "sergei" and "sergej" have the same skeleton.
 */
export function nameSkeleton(folded: string): string {
  return folded
    .replace(/ph/g, 'f')
    .replace(/kh/g, 'h')
    .replace(/ck/g, 'k')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/(.)\1+/g, '$1')
}

/** Whether two folded words are spellings of one name: the same skeleton, or similar enough for a typo. */
export function isNameVariant(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length < minVariantLength || b.length < minVariantLength || a[0] !== b[0]) return false
  if (a.length > maxVariantLength || b.length > maxVariantLength) return false
  // Some country names are similar but different (Austria, Australia).
  if (countryOf(a, true) !== countryOf(b, true)) return false
  return nameSkeleton(a) === nameSkeleton(b) && jaroWinkler(a, b) >= sameSpelling
}

/** The similarity of two folded words, 0 to 1 (Jaro-Winkler, which favours a shared prefix). */
export function similarity(a: string, b: string): number {
  return jaroWinkler(a, b)
}

const nameParts = unicodeRegExp(String.raw`[\p{L}\p{M}'\u2019-]+`, 'g')

function partsOf(name: string): readonly string[] {
  return normalise(name).match(nameParts) ?? []
}

/**
 * Whether two personal names may be the same person: equal or variant last names, and compatible first names ("Ana Lima" and
 * "Lima" match, "Ana Lima" and "Rui Lima" do not).
 */
export function samePerson(a: string, b: string): boolean {
  const left = partsOf(a)
  const right = partsOf(b)
  const lastLeft = left.at(-1)
  const lastRight = right.at(-1)
  if (lastLeft === undefined || lastRight === undefined || !isNameVariant(lastLeft, lastRight)) return false
  if (left.length === 1 || right.length === 1) return true
  const [firstLeft = '', firstRight = ''] = [left[0], right[0]]
  return (
    isNameVariant(firstLeft, firstRight) ||
    left.includes(firstRight) ||
    right.includes(firstLeft) ||
    (firstLeft[0] === firstRight[0] && Math.min(firstLeft.length, firstRight.length) === 1)
  )
}
