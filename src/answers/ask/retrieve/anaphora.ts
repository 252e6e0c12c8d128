const pronoun =
  /^(?:\S+\s+){0,5}?(?:he|she|it|they|we|i|this|these|those|his|her|its|their|such|both|others|another)\b/i
const opening = 60

/** Whether a sentence opens with a pronoun or "this region". */
export function opensWithPronoun(text: string): boolean {
  return pronoun.test(text.slice(0, opening))
}
