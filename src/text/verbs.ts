import { readRows } from '../resources.ts'

let stems: ReadonlySet<string> | undefined

/** Whether the words of a stem are mostly verbs. Source: WordNet's tagged uses (bench/answers/lexicon/verb-stems.ts). */
export function isVerbStem(stem: string): boolean {
  stems ??= new Set(readRows('wordnet/verb-stems.tsv').flat())
  return stems.has(stem)
}
