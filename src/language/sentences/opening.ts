import { unicodeRegExp } from '../text/unicode-regexp.ts'

const capital = unicodeRegExp(String.raw`^\p{Lu}`)
const number = unicodeRegExp(String.raw`^\p{N}`)

/** Whether a text begins with a capital letter. */
export function opensWithCapital(text: string): boolean {
  return capital.test(text)
}

/** Whether a text begins with a digit or another numeric character. */
export function opensWithNumber(text: string): boolean {
  return number.test(text)
}
