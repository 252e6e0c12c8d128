import { antonymLines } from './lexicon/antonyms.ts'
import { relatedStems } from './lexicon/related-stems.ts'

/** A stem that may say the same as another, and how likely, 0 to 1. */
export interface RelatedStem {
  readonly stem: string
  readonly strength: number
}

/**
 * What stands behind a stem in lines of "stem others", or undefined. The lines are in the order of their stems, and each
 * begins and ends with a line break: they are searched by halves, as a map of them would take four times their memory.
 */
function behind(stem: string, lines: string): string | undefined {
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const start = lines.lastIndexOf('\n', (low + high) >> 1)
    const end = lines.indexOf('\n', start + 1)
    const blank = lines.indexOf(' ', start)
    const own = lines.slice(start + 1, blank)
    if (own === stem) return lines.slice(blank + 1, end)
    if (own < stem) low = end
    else high = start
  }
  return undefined
}

/**
 * The stems related to one by derivation (invade, invasion), meaning (buy, purchase) or kind (hope, want), strongest
 * first. Source: WordNet, by its tagged senses (bench/answers/lexicon/related.ts).
 */
export function relatedWords(stem: string): readonly RelatedStem[] {
  const line = behind(stem, relatedStems)
  if (line === undefined) return []
  return line.split(' ').map((entry) => ({ stem: entry.slice(0, -1), strength: Number(entry.slice(-1)) / 10 }))
}

/** The stems of the words that mean the opposite. Source: WordNet. */
export function antonyms(stem: string): readonly string[] {
  return behind(stem, antonymLines)?.split(' ') ?? []
}
