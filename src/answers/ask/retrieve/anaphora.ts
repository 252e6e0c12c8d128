import { referringSource } from '../../../language/vocabulary/referring-words.ts'

const pronoun = new RegExp(
  String.raw`^(?:\S+\s+){0,5}?${referringSource(['we', 'i', 'both', 'others', 'another'])}`,
  'i',
)
const opening = 60

/** Whether a sentence opens with a pronoun or "this region". */
export function opensWithPronoun(text: string): boolean {
  return pronoun.test(text.slice(0, opening))
}
