import type { Article, Paragraph } from '../../../corpus/article/article.ts'
import { analyse } from '../../../language/analysis/analysed-paragraph.ts'
import { stem, terms } from '../../../language/tokens/terms.ts'
import { words } from '../../../language/tokens/words.ts'
import { type Generation, keysOf } from '../../../library/generation/generation.ts'
import { oncePerKey } from '../../../resources/once-per-key.ts'
import { firstFrom } from '../../../search/postings/posting-map.ts'

/** How many words on each side of a name may describe the person. */
const roleReach = 8

/** What an article says about its speakers. */
export interface Background {
  /** Whether the article may describe anybody with a stem: false for a term asked for that the article does not have. */
  mayDescribe(stem: string): boolean
  /** Whether the article has a term. */
  mentions(term: string): boolean
  /** The stems of the words around the name of a speaker. */
  described(speaker: string): ReadonlySet<string>
}

/** The stems of the words around the mentions of a name: roles, offices, places of work. */
function describedAs(name: string, paragraphs: readonly Paragraph[]): ReadonlySet<string> {
  const word = words(name).at(-1)
  const found = new Set<string>()
  for (const paragraph of paragraphs) {
    if (word === undefined || !paragraph.text.includes(word.text)) continue
    const analysed = analyse(paragraph)
    const all = analysed.words
    all.forEach(({ folded, start, end }, at) => {
      if (folded !== word.folded) return
      const around = analysed.sentencesAround({ start, end })
      for (const near of all.slice(Math.max(0, at - roleReach), at + roleReach + 1)) {
        if (near.start >= around.start && near.end <= around.end) found.add(stem(near.folded))
      }
    })
  }
  return found
}

/** The backgrounds of speakers in their articles, limited to some words: only paragraphs that contain one of them are read. */
export async function readBackgrounds(generation: Generation, text: string): Promise<(article: Article) => Background> {
  const { passages, index } = generation
  const { terms: asked } = await index.search({ terms: terms(text), limit: 0 })
  const matched = [...new Set(asked.flatMap(({ matches }) => matches.map(({ term }) => term)))]
  const containing = await index.containing(matched)
  const askedTerms = new Set(asked.map(({ term }) => term))
  return (article) => {
    const { start, end } = keysOf(generation, article)
    const keysIn = (term: string) => {
      const keys = containing.get(term)
      if (keys === undefined) return []
      const from = firstFrom(keys, start, 0, keys.length)
      return keys.subarray(from, firstFrom(keys, end, from, keys.length))
    }
    const mentions = (term: string) => keysIn(term).length > 0
    return {
      mentions,
      mayDescribe: (stem) => mentions(stem) || !askedTerms.has(stem),
      described: oncePerKey((speaker: string) => {
        const keys = new Set(matched.flatMap((term) => [...keysIn(term)]))
        return describedAs(
          speaker,
          [...keys].flatMap((key) => passages[key]?.paragraph ?? []),
        )
      }),
    }
  }
}
