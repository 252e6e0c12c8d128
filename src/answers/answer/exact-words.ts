import type { Range } from '../../language/text/range.ts'
import { unicodeRegExp } from '../../language/text/unicode-regexp.ts'
import { normalise } from '../../language/tokens/normalise.ts'
import { words } from '../../language/tokens/words.ts'
import { reportingVerbs } from '../../reading/facts/lexicon/reporting-verbs.ts'

/** A word, or a symbol that counts as one, with its position in a text. */
export interface ExactWord extends Range {
  /** Folded for matching, without spaces. */
  readonly folded: string
}

// Currency, percent and degree signs, and a minus before a number: without them, different figures would count as the same.
const signs = unicodeRegExp(
  String.raw`[$\u00a2-\u00a5\u20a0-\u20cf%\u2030\u00b0]|(?<![\p{L}\p{N}])[-\u2212](?=[\p{N}$\u00a2-\u00a5\u20a0-\u20cf])`,
  'g',
)
const possessive = /^['\u2019\u02bc][sS](?![\p{L}\p{N}])/u
const blanks = /\s+/g

/**
 * The words of a text for a word-for-word comparison with another text, ignoring case, diacritics and punctuation. A possessive ending and
 * the symbols in figures are separate words.
 */
export function exactWords(text: string): readonly ExactWord[] {
  const found: ExactWord[] = []
  for (const { start, end, folded } of words(text)) {
    // A few characters fold to several words.
    const word = folded.replace(blanks, '')
    if (word !== '') found.push({ start, end, folded: word })
    const ending = possessive.exec(text.slice(end, end + 3))?.[0].length ?? 0
    if (ending > 0) found.push({ start: end, end: end + ending, folded: "'s" })
  }
  for (const { index, 0: sign } of signs.matchAll(text)) {
    found.push({ start: index, end: index + sign.length, folded: normalise(sign) })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The folded words of a text, with a space before and after each. A text has the words of another in a row if its row contains the other's. */
export function exactRow(text: string): string {
  return ` ${exactWords(text)
    .map(({ folded }) => folded)
    .join(' ')} `
}

/** Whether a text contains all words of another in a row. */
export function hasPhrase(text: string, row: string): boolean {
  return exactRow(text).includes(exactRow(row))
}

const punctuation = unicodeRegExp(String.raw`[^\p{L}\p{N}\p{M}\s'\u2019\u02bc-]|\s-+\s|\n`)
/** A clause ends before one of these. */
const joining = new Set('that but because while although though if when which who whom whose where'.split(' '))
/** After one of these begins a clause that can be read on its own. */
const opening = new Set(['that', 'but', 'because', ...reportingVerbs])

/** Whether a clause depends on another, by the word that it begins with: "when a tree fell". */
export function isDependent(text: string): boolean {
  return joining.has(exactWords(text)[0]?.folded ?? '')
}

/** Positions between words, from 0 to the number of words, where a clause may begin or end. */
export interface ClauseBoundaries {
  readonly starts: ReadonlySet<number>
  readonly ends: ReadonlySet<number>
  /** The positions at punctuation, and at the beginning and the end of the text. */
  readonly edges: ReadonlySet<number>
}

/** Positions where clauses may begin and end: at punctuation, at words that join clauses, and after verbs of speech. */
export function clauseBoundaries(text: string, all: readonly ExactWord[]): ClauseBoundaries {
  const edges = new Set([0, all.length])
  const [starts, ends] = [new Set(edges), new Set(edges)]
  for (let at = 1; at < all.length; at++) {
    const [before, word] = [all[at - 1], all[at]]
    if (before === undefined || word === undefined) continue
    const isEdge = punctuation.test(text.slice(before.end, word.start))
    if (isEdge) edges.add(at)
    if (isEdge || joining.has(word.folded)) ends.add(at)
    if (isEdge || opening.has(before.folded)) starts.add(at)
  }
  return { starts, ends, edges }
}

/** The words of the clause around some words, without those words. */
export function wordsAround(
  all: readonly ExactWord[],
  { starts, ends }: ClauseBoundaries,
  { from, to }: { readonly from: number; readonly to: number },
): readonly ExactWord[] {
  let [first, last] = [from, to]
  while (!starts.has(first)) first--
  // The words before "that" govern the clause that it begins.
  while (first > 0 && all[first - 1]?.folded === 'that') {
    first--
    while (!starts.has(first)) first--
  }
  while (!ends.has(last)) last++
  return [...all.slice(first, from), ...all.slice(to, last)]
}
