import type { Generation } from '../library/generation.ts'
import { normalise } from '../text/normalise.ts'
import { pattern } from '../text/pattern.ts'
import { stopWords } from '../text/stop-words.ts'

// Capitalised words in a row, with the small words that names hold ("Ministry of Defence").
const name = pattern(
  String.raw`\p{Lu}[\p{L}\p{M}\p{N}'\u2019-]+(?:\s+(?:(?:of|the|and|for|de|van|von|bin|al)\s+){0,2}\p{Lu}[\p{L}\p{M}\p{N}'\u2019-]+){0,4}`,
  'g',
)
const possessive = /['\u2019]s$/
const leadingSmall = /^(?:the|a|an|in|on|at|but|and|if|as|for|he|she|it|we|they|his|her|this|that|when|while|after)\s+/i
const sentenceStart = /(?:^|[.!?:\u2026\n])["'\u201c\u2018\u2019\u201d(\s]*$/
const plainWord = pattern(String.raw`\p{Ll}[\p{L}\p{M}-]{3,}`, 'g')

const fewestUses = 2
const mostTopics = 5000
const longestTopic = 60

/** A name or a word that the articles are about, and in how many paragraphs it stands. */
export interface Topic {
  readonly text: string
  readonly paragraphs: number
}

function namesIn(text: string): readonly string[] {
  return [...name.matchAll(text)].flatMap((match) => {
    const atStart = sentenceStart.test(text.slice(Math.max(0, match.index - 4), match.index))
    const found = match[0].replace(possessive, '').replace(leadingSmall, '')
    // A lone capitalised word that begins a sentence may be any word.
    if (atStart && !/\s/.test(found)) return []
    return stopWords.has(normalise(found)) ? [] : [found]
  })
}

/** The names and the frequent words of the articles, most used first; ties in alphabetical order. */
export function readTopics({ passages }: Pick<Generation, 'passages'>): readonly Topic[] {
  const uses = new Map<string, { readonly text: string; paragraphs: number }>()
  for (const { paragraph } of passages) {
    const words = (paragraph.text.match(plainWord) ?? []).filter((word) => !stopWords.has(normalise(word)))
    const inParagraph = new Map(
      [...words, ...namesIn(paragraph.text)]
        .filter(({ length }) => length <= longestTopic)
        .map((text) => [normalise(text), text]),
    )
    for (const [key, text] of inParagraph) {
      const known = uses.get(key)
      if (known === undefined) uses.set(key, { text, paragraphs: 1 })
      else known.paragraphs++
    }
  }
  return [...uses.values()]
    .filter(({ text, paragraphs }) => paragraphs >= fewestUses || /\s/.test(text))
    .sort((a, b) => b.paragraphs - a.paragraphs || (a.text < b.text ? -1 : 1))
    .slice(0, mostTopics)
}
