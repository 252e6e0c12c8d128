import { type ResourceName, readText } from '../../resources/resources.ts'

/** A stem that may mean the same as another, and the probability, 0 to 1. */
export interface RelatedStem {
  readonly stem: string
  readonly strength: number
}

/** Looks up stems in a file of rows sorted by their first column. The file is read on first use. */
function lookupIn(name: ResourceName): (stem: string) => string | undefined {
  let rows: string | undefined
  return (stem) => {
    rows ??= readText(name)
    return secondColumn(stem, rows)
  }
}

/**
 * The second column of the row whose first column is `stem`, or undefined. The rows are sorted by code units, and each ends with
 * a line break. Binary search over the text, because a map would take four times the memory.
 */
function secondColumn(stem: string, rows: string): string | undefined {
  let [low, high] = [0, rows.length - 1]
  while (low < high) {
    const start = rows.lastIndexOf('\n', (low + high) >> 1)
    const end = rows.indexOf('\n', start + 1)
    const tab = rows.indexOf('\t', start)
    const own = rows.slice(start + 1, tab)
    if (own === stem) return rows.slice(tab + 1, end)
    if (own < stem) low = end
    else high = start
  }
  return undefined
}

const relatedTo = lookupIn('wordnet/related-stems.tsv')
const oppositeTo = lookupIn('wordnet/antonyms.tsv')

const maxKept = 2_000

/** Caches the results of `read` for recent stems: questions repeat the same words, and each is looked up for many sentences. */
function kept<Value>(read: (stem: string) => Value): (stem: string) => Value {
  const known = new Map<string, Value>()
  return (stem) => {
    const found = known.get(stem)
    if (found !== undefined) return found
    if (known.size >= maxKept) known.clear()
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
  const others = relatedTo(stem)
  if (others === undefined) return []
  return others.split(' ').map((entry) => ({ stem: entry.slice(0, -1), strength: Number(entry.slice(-1)) / 10 }))
})

/** The stems of the antonyms. Source: WordNet. */
export const antonyms = kept((stem): readonly string[] => oppositeTo(stem)?.split(' ') ?? [])
