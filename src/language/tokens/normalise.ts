import { unicodeRegExp } from '../text/unicode-regexp.ts'

const singleQuotes = /[\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`]/g
const doubleQuotes = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g
const dashes = /[\u2010-\u2015\u2212]/g
// Combining marks, and characters that are invisible inside a word.
const unseen = unicodeRegExp(String.raw`[\p{M}\p{Cf}]+`, 'g')
/** Latin letters that Unicode does not decompose into a plain letter and a mark, and how they are written without them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
}
const notDecomposed = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g')
const ascii = /^[\x20-\x7e]*$/

/** Lower case, and without diacritics: "Łódź" gives "lodz", "Straße" gives "strasse". Offsets do not carry over. */
export function withoutDiacritics(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(unseen, '')
    .replace(notDecomposed, (letter) => plainLetters[letter] ?? letter)
}

/**
 * Folds a string for matching, never for display: compatibility forms (NFKC), one kind of quotation mark and dash, lower case, no
 * diacritics. The result may be longer or shorter than the input, so offsets do not carry over.
 */
export function normalise(text: string): string {
  if (ascii.test(text)) return text.replaceAll('`', "'").toLowerCase()
  // Before NFKC, which turns an acute accent used as an apostrophe into a space, and a double prime into two primes.
  const oneMark = text.replace(singleQuotes, "'").replace(doubleQuotes, '"')
  return withoutDiacritics(oneMark.normalize('NFKC').replace(dashes, '-'))
}

const joiners = /(?:\u00ad|\u200c|\u200d|\u2060|\ufeff)+/g
const invisible = unicodeRegExp(String.raw`[\p{Cc}\p{Cf}\u2028\u2029\u115f\u1160\u3164\uffa0]+`, 'g')
const blanks = /\s+/g

/**
 * Converts user input to one line of plain text: removes soft hyphens and joiners, replaces other control, format and
 * bidirectional characters with a space, collapses white space, and trims.
 */
export function plainLine(text: string): string {
  return text.toWellFormed().replace(joiners, '').replace(invisible, ' ').replace(blanks, ' ').trim()
}
