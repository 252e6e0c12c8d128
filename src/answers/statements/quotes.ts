import type { Article } from '../../corpus/article/article.ts'
import { isNameVariant, similarity } from '../../language/names/names.ts'
import { normalise } from '../../language/tokens/normalise.ts'
import { words } from '../../language/tokens/words.ts'
import { type Generation, keysOf } from '../../library/generation/generation.ts'
import { isTitle } from '../../reading/statements/lexicon/titles.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import { parseQuery } from '../../search/query.ts'
import { type Answered, maxItems, maxNearest, type NothingFound, type QuotationItem } from '../answer/answer.ts'
import { nearestPassages } from '../answer/nearest-passages.ts'
import { verify } from '../answer/verify.ts'
import { statementItem } from './statement-item.ts'

/** What someone is quoted as saying. `unclear` is the number of quotations that are left out because their speaker is unclear. */
export type QuotesAnswer = (Answered<QuotationItem> & { readonly unclear: number }) | NothingFound

const minSimilarity = 0.92

function nameWords(name: string): string[] {
  return words(name).map(({ folded }) => folded)
}

/** How well a speaker's name matches the requested one: 1 if it contains every requested word, less for typos; 0 for no match. */
function fitOf(asked: readonly string[], speaker: string): number {
  const own = nameWords(speaker)
  let sum = 0
  for (const word of asked) {
    const best = Math.max(
      0,
      ...own.map((part) =>
        part === word || isNameVariant(part, word) ? 1 : word.length > 3 ? similarity(part, word) : 0,
      ),
    )
    if (best < minSimilarity) return 0
    sum += best
  }
  return asked.length === 0 ? 0 : sum / asked.length
}

/** Everyone who is quoted, with the number of quotations, most quotations first; ties by name. */
export function speakers(
  generation: Generation,
  article?: Article,
): readonly { readonly name: string; readonly quotations: number }[] {
  const counts = new Map<string, number>()
  for (const { article: from, form, content } of generation.utterances) {
    if (form === 'reported' || content.speaker === null || (article !== undefined && from !== article)) continue
    counts.set(content.speaker, (counts.get(content.speaker) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, quotations]) => ({ name, quotations }))
    .sort((a, b) => b.quotations - a.quotations || (a.name < b.name ? -1 : 1))
}

/**
 * What a person or an office is quoted as saying, in article order, one item per statement.
 * @throws QueryError if the name cannot be searched for.
 */
export async function quotes(generation: Generation, input: string, article?: Article): Promise<QuotesAnswer> {
  const query = parseQuery(input)
  const typed = nameWords(normalise(query.text))
  // "Mayor Okafor" means Okafor: a title is searched for only if there is nothing else.
  const names = typed.filter((word) => !isTitle(word))
  const asked = names.length > 0 ? names : typed
  const base = { generation: generation.id, articles: article === undefined ? generation.articles.length : 1 }
  const fits = speakers(generation, article).map(({ name }) => ({ name, fit: fitOf(asked, name) }))
  const best = Math.max(0, ...fits.map((speaker) => speaker.fit))
  const meant = new Set(fits.filter((speaker) => best > 0 && speaker.fit === best).map(({ name }) => name))
  const inScope = generation.utterances.filter(
    ({ article: from, form }) => form !== 'reported' && (article === undefined || from === article),
  )
  const isMeant = ({ content }: Utterance) => content.speaker !== null && meant.has(content.speaker)
  const kept = new Set(inScope.filter(isMeant))
  const said = generation.statements
    .map((statement) => statement.filter((utterance) => kept.has(utterance)))
    .filter((statement) => statement.length > 0)
  if (said.length === 0) {
    const filter = article && keysOf(generation, article)
    const result = await generation.index.search({ terms: query.terms, filter, limit: maxNearest })
    return verify(generation, {
      ...base,
      status: 'nothing-found',
      instead: null,
      reason: { code: 'no-speaker', words: typed },
      nearest: nearestPassages(generation, result),
    })
  }
  const items = said.slice(0, maxItems).flatMap(([first, ...others]) => {
    return first === undefined ? [] : [statementItem(generation, first, others)]
  })
  const unclear = inScope.filter(({ content }) => content.speaker === null).length
  return verify(generation, { ...base, status: 'answered', items, total: said.length, unclear })
}
