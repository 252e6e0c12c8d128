import { antonymLines } from './lexicon/antonyms.ts'
import { relatedStems } from './lexicon/related-stems.ts'

/** A stem that may say the same as another, and how likely, 0 to 1. */
export interface RelatedStem {
  readonly stem: string
  readonly strength: number
}

let lines: ReadonlyMap<string, string> | undefined
let opposites: ReadonlyMap<string, string> | undefined

function readLines(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .trim()
      .split('\n')
      .map((line): [string, string] => {
        const blank = line.indexOf(' ')
        return [line.slice(0, blank), line.slice(blank + 1)]
      }),
  )
}

/**
 * The stems related to one by derivation (invade, invasion), meaning (buy, purchase) or kind (hope, want), strongest
 * first. Source: WordNet, by its tagged senses (bench/answers/lexicon/related.ts). Read when it is first asked for.
 */
export function relatedWords(stem: string): readonly RelatedStem[] {
  lines ??= readLines(relatedStems)
  const line = lines.get(stem)
  if (line === undefined) return []
  return line.split(' ').map((entry) => ({ stem: entry.slice(0, -1), strength: Number(entry.slice(-1)) / 10 }))
}

/** The stems of the words that mean the opposite. Source: WordNet. */
export function antonyms(stem: string): readonly string[] {
  opposites ??= readLines(antonymLines)
  return opposites.get(stem)?.split(' ') ?? []
}
