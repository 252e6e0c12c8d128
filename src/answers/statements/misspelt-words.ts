import { sameSpelling, similarity } from '../../language/names/names.ts'
import { words } from '../../language/tokens/words.ts'

/** Fewer words may be in the same order by chance. */
const minWords = 4
/** The minimum share of the words that a statement must have in the same order, misspelt or not. */
const minShare = 0.8
/** A shorter word is another word if one letter differs ("in", "is"). */
const minMisspelt = 3
const maxWords = 60

/** The words of a text without apostrophes: they are often left out ("dont", "neighbours"). */
const plainWords = (text: string): readonly string[] =>
  words(text).map(({ folded }) => folded.replace(/['\u2019]/g, ''))

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true
  return a.length >= minMisspelt && b.length >= minMisspelt && a[0] === b[0] && similarity(a, b) >= sameSpelling
}

/** The length of the longest common subsequence of two lists of words. */
function commonInOrder(asked: readonly string[], said: readonly string[]): number {
  let above = new Array<number>(said.length + 1).fill(0)
  for (const word of asked) {
    const row = [0]
    said.forEach((other, at) => {
      row.push(isSameWord(word, other) ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0))
    })
    above = row
  }
  return above.at(-1) ?? 0
}

/**
 * The share of some words that a text has in the same order, misspelt words included, 0 to 1; 0 if it is below the minimum. Function words
 * count, so that a statement is found despite a few misspelt words if it has all the others.
 */
export function misspeltShare(input: string): (text: string) => number {
  const asked = plainWords(input).slice(0, maxWords)
  if (asked.length < minWords) return () => 0
  return (text) => {
    const said = plainWords(text)
    if (said.length < minShare * asked.length) return 0
    const share = commonInOrder(asked, said) / asked.length
    return share >= minShare ? share : 0
  }
}
