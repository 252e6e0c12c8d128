import type { Article, Paragraph } from '../../corpus/article/article.ts'
import { analyse } from '../../language/analysis/analysed-paragraph.ts'
import { stem, terms } from '../../language/tokens/terms.ts'
import { words } from '../../language/tokens/words.ts'
import { type Generation, keysOf } from '../../library/generation/generation.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import { once } from '../../resources/once.ts'
import { oncePerKey } from '../../resources/once-per-key.ts'

/** How many words on each side of a name may describe the person. */
const roleReach = 8

/** What an article says about a speaker. */
export interface Background {
  /** The stems of the words around the name, read at first use. */
  readonly described: ReadonlySet<string>
  /** Whether the article may describe anybody with a stem: false for a term asked for that the article does not have. */
  readonly mayDescribe: (stem: string) => boolean
  /** Whether the article has a term. */
  readonly mentions: (term: string) => boolean
}

/** The paragraphs of an article that have one of the words asked for, and those words. */
interface Found {
  readonly paragraphs: Paragraph[]
  readonly terms: Set<string>
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

const nothing: Found = { paragraphs: [], terms: new Set() }

/** The backgrounds of speakers in their articles, limited to some words: only paragraphs that contain one of them are read. */
export async function readBackgrounds(
  generation: Generation,
  text: string,
  article: Article | undefined,
): Promise<(utterance: Utterance) => Background> {
  const { statistics, passages } = generation
  const { terms: asked } = await generation.index.search({ terms: terms(text), limit: 0 })
  const matched = [...new Set(asked.flatMap(({ matches }) => matches.map(({ term }) => term)))]
  const readArticle = (from: Article): Found => {
    if (article !== undefined && from !== article) return nothing
    const { start, end } = keysOf(generation, from)
    const keys = new Set<number>()
    const found = new Set<string>()
    for (const term of matched) {
      for (const field of ['text', 'title'] as const) {
        for (const key of statistics.keysIn(term, start, end, field)) {
          keys.add(key)
          found.add(term)
        }
      }
    }
    return { paragraphs: [...keys].flatMap((key) => passages[key]?.paragraph ?? []), terms: found }
  }
  const askedTerms = new Set(asked.map(({ term }) => term))
  const backgroundIn = oncePerKey((from: Article) => {
    const found = readArticle(from)
    const mentions = (term: string) => found.terms.has(term)
    const mayDescribe = (stem: string) => mentions(stem) || !askedTerms.has(stem)
    return oncePerKey((speaker: string): Background => {
      const described = once(() => describedAs(speaker, found.paragraphs))
      return {
        get described() {
          return described()
        },
        mayDescribe,
        mentions,
      }
    })
  })
  return ({ article: from, content }) => backgroundIn(from)(content.speaker ?? '')
}
