const pronoun =
  /^(?:\S+\s+){0,5}?(?:he|she|it|they|we|i|this|these|those|his|her|its|their|such|both|others|another)\b/i
const afterCircumstance =
  /^(?:(?:in|on|from|by|after|before|at|as|during|until|since|for|within)\s[^.;]{0,40}?\s)?(?:\p{L}+,?\s+)?(?:he|she|it|they|we|i|this|these|those|his|her|its|their|such|both|others|another)\b/iu
const theOne = /(?:^|,\s|\s)the\s+(?:\p{L}+\s+){0,2}\p{Ll}+/iu
const opening = 60

/** Whether a sentence's opening stands for something named before: a pronoun, or "the mayor". */
export function leansBack(text: string): boolean {
  const start = text.slice(0, opening)
  return afterCircumstance.test(start) || theOne.test(start)
}

/** Whether a sentence opens with a pronoun or "this region". */
export function opensWithPronoun(text: string): boolean {
  return pronoun.test(text.slice(0, opening))
}
