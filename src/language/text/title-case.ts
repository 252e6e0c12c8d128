import { unicodeRegExp } from './unicode-regexp.ts'

const smallWords = /^(?:a|an|and|the|of|in|on|to|for|with|at|by|vs|is|or|from)$/i
const minCapitalShare = 0.7
const firstCapital = unicodeRegExp(String.raw`^[^\p{L}]*\p{Lu}`)

/** Whether words have the capitals of a title. */
export function isTitleCase(words: readonly string[]): boolean {
  const counted = words.filter((word) => !smallWords.test(word))
  const capital = counted.filter((word) => firstCapital.test(word)).length
  if (words.length === 1) return capital === 1
  return counted.length > 1 && capital / counted.length > minCapitalShare
}
