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

const mostKept = 2_000

/** Keeps what `read` gives for the stems last asked for: questions come with the same words again, and each for many sentences. */
function kept<Value>(read: (stem: string) => Value): (stem: string) => Value {
  const known = new Map<string, Value>()
  return (stem) => {
    const found = known.get(stem)
    if (found !== undefined) return found
    if (known.size >= mostKept) known.clear()
    const value = read(stem)
    known.set(stem, value)
    return value
  }
}

/**
 * The stems related to one by derivation (invade, invasion), meaning (buy, purchase) or kind (hope, want), strongest
 * first. Source: WordNet, by its tagged senses (bench/answers/lexicon/related.ts).
 */
export const relatedWords = kept((stem): readonly RelatedStem[] => {
  const line = behind(stem, relatedStems)
  if (line === undefined) return []
  return line.split(' ').map((entry) => ({ stem: entry.slice(0, -1), strength: Number(entry.slice(-1)) / 10 }))
})

/** The stems of the words that mean the opposite. Source: WordNet. */
export const antonyms = kept((stem): readonly string[] => behind(stem, antonymLines)?.split(' ') ?? [])
