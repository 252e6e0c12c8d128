import { readLines } from '../../resources/resources.ts'

let stems: ReadonlySet<string> | undefined

/** Whether the words of a stem are mostly verbs. Source: WordNet's tagged uses (bench/answers/lexicon/verb-stems.ts). */
export function isVerbStem(stem: string): boolean {
  stems ??= new Set(readLines('wordnet/verb-stems.tsv'))
  return stems.has(stem)
}
