import { pattern } from '../text/pattern.ts'

const capital = pattern(String.raw`^\p{Lu}`)
const number = pattern(String.raw`^\p{N}`)

/** Whether a text begins with a capital letter. */
export function opensWithCapital(text: string): boolean {
  return capital.test(text)
}

/** Whether a text begins with a digit, or another character for a number. */
export function opensWithNumber(text: string): boolean {
  return number.test(text)
}
