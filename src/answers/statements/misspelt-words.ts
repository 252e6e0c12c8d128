import { countBits, lettersOf, mayBeSimilar } from '../../language/names/letter-set.ts'
import { sameSpelling, similarity } from '../../language/names/names.ts'
import { words } from '../../language/tokens/words.ts'
import type { Generation } from '../../library/generation/generation.ts'
import type { Statement } from '../../reading/statements/statement.ts'
import { groupBy } from '../../resources/group-by.ts'
import { oncePerObject } from '../../resources/once-per-key.ts'
import { type StatementWords, statementsWhere, statementWords } from './statement-words.ts'

/** Fewer words may be in the same order by chance. */
const minWords = 4
/** The minimum share of the words that a statement must have in the same order, misspelt or not. */
const minShare = 0.8
/** A shorter word is another word if one letter differs ("in", "is"). */
const minMisspelt = 3
const maxWords = 60
/** Shares that are computed in two ways may differ by this much. */
const rounding = 1e-9

/** The words of a text without apostrophes: they are often left out ("dont", "neighbours"). */
const plainWord = (folded: string): string => folded.replace(/['\u2019]/g, '')
const plainWords = (text: string): readonly string[] => words(text).map(({ folded }) => plainWord(folded))

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length < minMisspelt || b.length < minMisspelt || a[0] !== b[0]) return false
  return similarity(a, b) >= sameSpelling
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

/** The words of all statements without apostrophes, in the order of their numbers, and the numbers by first letter. */
const plainVocabulary = oncePerObject((all: StatementWords) => {
  const plain = all.words.map(plainWord)
  const byInitial = groupBy(plain.keys(), (number) => plain[number]?.charAt(0) ?? '')
  return { plain, letters: Int32Array.from(plain, lettersOf), byInitial }
})

/** Prepares the words that misspelt ones are compared with. */
export function prepareSpellings({ statements }: Pick<Generation, 'statements'>): void {
  plainVocabulary(statementWords(statements))
}

/** The words of statements that a typed word may be, as numbers. */
function wordsLike(all: StatementWords, word: string): readonly number[] {
  const { plain, letters, byInitial } = plainVocabulary(all)
  const own = lettersOf(word)
  return (byInitial.get(word.charAt(0)) ?? []).filter((number) => {
    const other = plain[number] ?? ''
    return mayBeSimilar(word, own, other, letters[number] ?? 0, sameSpelling) && isSameWord(word, other)
  })
}

/** The utterances that have one of the words of these lists, ascending. */
function utterancesWithAny(
  { utterancesWith }: StatementWords,
  lists: readonly (readonly number[])[],
): Iterable<number> {
  const found = new Set<number>()
  for (const number of lists.flat()) for (const utterance of utterancesWith(number)) found.add(utterance)
  return [...found].sort((a, b) => a - b)
}

/**
 * The statements that may have enough of some words in the same order for `misspeltShare`: those in which as many different ones of these words
 * occur, misspelt or not, in any order.
 */
export function statementsLike(all: StatementWords, input: string): readonly Statement[] {
  const asked = plainWords(input).slice(0, maxWords)
  if (asked.length < minWords) return []
  const like = asked.map((word) => wordsLike(all, word))
  // The words typed that a word of the statements may be: each one is a bit of one of two numbers.
  const half = maxWords / 2
  const [first, second] = [new Map<number, number>(), new Map<number, number>()]
  for (const [at, numbers] of like.entries()) {
    const [bits, bit] = at < half ? [first, 1 << at] : [second, 1 << (at - half)]
    for (const number of numbers) bits.set(number, (bits.get(number) ?? 0) | bit)
  }
  const least = minShare * asked.length - rounding
  // A statement lacks too few of the words to lack all of these.
  const maxMissing = asked.length - Math.ceil(least)
  const countOf = (numbers: readonly number[]) =>
    numbers.reduce((sum, number) => sum + all.utterancesWith(number).length, 0)
  const rarest = like
    .map((numbers) => ({ numbers, count: countOf(numbers) }))
    .sort((a, b) => a.count - b.count)
    .slice(0, maxMissing + 1)
    .map(({ numbers }) => numbers)
  return statementsWhere(all, utterancesWithAny(all, rarest), (start, end) => {
    if (end - start < least) return false
    let [ofFirst, ofSecond, count] = [0, 0, 0]
    for (let at = start; at < end; at++) {
      const number = all.said[at] ?? 0
      const [own, other] = [first.get(number) ?? 0, second.get(number) ?? 0]
      if ((own | other) !== 0) count++
      ofFirst |= own
      ofSecond |= other
    }
    return count >= least && countBits(ofFirst) + countBits(ofSecond) >= least
  })
}
