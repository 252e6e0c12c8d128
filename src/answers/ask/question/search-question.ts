import type { Article } from '../../../corpus/article/article.ts'
import { overlaps } from '../../../language/text/range.ts'
import type { Term } from '../../../language/tokens/terms.ts'
import { type Generation, keysOf } from '../../../library/generation/generation.ts'
import type { Hit, SearchRequest } from '../../../search/paragraph-index.ts'
import { parseQuery, type Query } from '../../../search/query/query.ts'
import { type AskedTime, askedTimes, newestDate } from './asked-times.ts'
import { isLightVerb } from './light-words.ts'
import { analyseQuestion, type Question, relatedToTerms } from './parse-question.ts'
import { type PhrasalVerb, phrasalVerbs } from './phrasal-verbs.ts'

/** Where a question is searched for. */
export interface SearchLimits extends Pick<SearchRequest, 'among' | 'limit'> {
  /** Default: all articles. */
  readonly article?: Article | undefined
}

/** A question and the best paragraphs that contain one of its terms, best first. */
export interface SearchedQuestion {
  readonly question: Question
  readonly hits: readonly Hit[]
}

/**
 * A question as a query in which a phrasal verb is one term: the first verb of the same meaning that the texts contain. Its own words ("put",
 * "off") say little by themselves.
 */
function questionQuery(
  generation: Generation,
  input: string,
  article: Article | undefined,
): Query & { readonly phrases: readonly PhrasalVerb[]; readonly times: readonly AskedTime[] } {
  const { statistics } = generation
  const query = parseQuery(input)
  const phrases = phrasalVerbs(query.text)
  const known = phrases.flatMap(({ start, end, stems }): Term[] => {
    const term = stems.find((one) => statistics.frequency(one) > 0)
    const folded = query.text.slice(start, end).toLowerCase()
    return term === undefined ? [] : [{ term, folded, capital: false, start, end }]
  })
  // "Take place" says as little as "happen": its words are not looked for.
  const light = phrases.filter(({ stems }) => stems.some(isLightVerb))
  const replaced = [...known, ...light]
  // A time limits the answers, and its words need not be in them: "last year" is a date in the articles, and a year may be the article's own.
  const times = askedTimes(query.text, newestDate(article === undefined ? generation.articles : [article]))
  const isTime = (term: Term) =>
    times.some((time) => overlaps(time, term) && !(time.isStated && statistics.frequency(term.term) > 0))
  const isReplaced = (term: Term) => replaced.some(({ start, end }) => start <= term.start && term.end <= end)
  const kept = query.terms.filter((term) => !isTime(term) && !isReplaced(term))
  const terms = [...kept, ...known].sort((a, b) => a.start - b.start)
  return { ...query, phrases, times, terms: terms.length > 0 ? terms : query.terms }
}

/**
 * Searches for a question and parses it: one call to the index.
 * @throws QueryError if it cannot be searched for.
 */
export async function searchQuestion(
  generation: Generation,
  input: string,
  { article, ...limits }: SearchLimits = {},
): Promise<SearchedQuestion> {
  const query = questionQuery(generation, input, article)
  const filter = article && keysOf(generation, article)
  const counted = [...relatedToTerms(query), ...query.phrases.flatMap(({ stems, words }) => [...stems, ...words])]
  const result = await generation.index.search({ terms: query.terms, counted, filter, ...limits })
  return { question: analyseQuestion(query, result, query), hits: result.candidates }
}
