import type { Article } from '../../corpus/article/article.ts'
import { normalise } from '../../language/tokens/normalise.ts'
import { words } from '../../language/tokens/words.ts'
import { type Generation, keysOf } from '../../library/generation/generation.ts'
import { isReport, type Utterance } from '../../reading/statements/utterances.ts'
import { parseQuery } from '../../search/query/query.ts'
import { type Answered, maxItems, maxNearest, type NothingFound } from '../answer/answer.ts'
import type { StatementItem } from '../answer/item.ts'
import { nearestPassages } from '../answer/nearest-passages.ts'
import { verify } from '../answer/verify.ts'
import { topicReader } from '../ask/retrieve/topic-reader.ts'
import { saidAbout } from './said-about.ts'
import { fullNames } from './speakers/short-names.ts'

/**
 * What someone says. `unclear` counts the quotations that may be theirs but are left out because the speaker is unclear: the paragraph, or one
 * next to it, has their last name.
 */
export type QuotesAnswer = (Answered<StatementItem> & { readonly unclear: number }) | NothingFound

/** Limits what someone says to a topic, to an article. */
export interface QuotesOptions {
  readonly topic?: string | undefined
  readonly article?: Article | undefined
}

/** Someone who says something in the articles. */
export interface KnownSpeaker {
  readonly name: string
  readonly quotations: number
  readonly reports: number
}

/** Everyone who says something, by full name if one is known: those with the most quotations first, then those with the most reports; ties by name. */
export function speakers({ utterances }: Generation): readonly KnownSpeaker[] {
  const full = fullNames(utterances)
  const counts = new Map<string, { quotations: number; reports: number }>()
  for (const utterance of utterances) {
    const { speaker } = utterance.content
    if (speaker === null) continue
    const name = full.get(speaker) ?? speaker
    const count = counts.get(name) ?? { quotations: 0, reports: 0 }
    counts.set(name, count)
    count[isReport(utterance) ? 'reports' : 'quotations']++
  }
  return [...counts]
    .map(([name, count]) => ({ name, ...count }))
    .sort((a, b) => b.quotations - a.quotations || b.reports - a.reports || (a.name < b.name ? -1 : 1))
}

/** Whether a last name of one of some speakers is in the paragraph of an utterance, or in one next to it. */
function isNamedNear(lastNames: ReadonlySet<string>, { article, paragraph }: Utterance): boolean {
  const near = article.paragraphs.slice(Math.max(0, paragraph.number - 2), paragraph.number + 1)
  return near.some(({ text }) => words(text).some(({ folded }) => lastNames.has(folded)))
}

/**
 * What a person or an office says, perhaps about a topic, one item per statement: quotations first, then what is only reported, each in the
 * order of the articles; with a topic, the best first.
 * @throws QueryError if the name or the topic cannot be searched for.
 */
export async function quotes(
  generation: Generation,
  speaker: string,
  { topic, article }: QuotesOptions = {},
): Promise<QuotesAnswer> {
  const query = parseQuery(speaker)
  const about = topic === undefined ? null : parseQuery(topic)
  const base = { generation: generation.id, articles: article === undefined ? generation.articles.length : 1 }
  const share = about === null ? null : await topicReader(generation, about.text, article)
  const { speakers: meant, items } = await saidAbout(generation, {
    speaker: normalise(query.text),
    topic: share,
    article,
  })
  const [known] = meant
  if (items.length === 0) {
    const filter = article && keysOf(generation, article)
    const terms = [...query.terms, ...(about?.terms ?? [])]
    const result = await generation.index.search({ terms, filter, limit: maxNearest })
    return verify(generation, {
      ...base,
      status: 'nothing-found',
      instead: known === undefined ? [] : [{ command: 'quotes', about: known }],
      reason:
        known === undefined
          ? { code: 'no-speaker', words: [query.text.trim()] }
          : { code: 'other-topic', words: [known] },
      nearest: nearestPassages(generation, result),
    })
  }
  const lastNames = new Set(meant.flatMap((speaker) => words(speaker).at(-1)?.folded ?? []))
  const unclear = generation.utterances.filter(
    (one) =>
      !isReport(one) &&
      one.content.speaker === null &&
      (article === undefined || one.article === article) &&
      isNamedNear(lastNames, one),
  ).length
  return verify(generation, {
    ...base,
    status: 'answered',
    items: items.slice(0, maxItems),
    total: items.length,
    unclear: topic === undefined ? unclear : 0,
  })
}
