import type { Article } from '../../corpus/article/article.ts'
import { termSetOf } from '../../language/analysis/sentence.ts'
import { unicodeRegExp } from '../../language/text/unicode-regexp.ts'
import { terms } from '../../language/tokens/terms.ts'
import type { Generation } from '../../library/generation/generation.ts'
import {
  type AskAnswer,
  type Instead,
  maxAskItems,
  type NothingFound,
  type NothingFoundReason,
  type SearchScope,
} from '../answer/answer.ts'
import type { Item } from '../answer/item.ts'
import { verify } from '../answer/verify.ts'
import { facts } from '../facts/facts.ts'
import { reportsSpeechOf } from '../statements/reported-by.ts'
import { saidAbout } from '../statements/said-about.ts'
import { stancesOf } from '../statements/stances-of.ts'
import { whoSaid } from '../statements/who-said.ts'
import { aboutBot } from './about-bot.ts'
import { rowOrField } from './decide/row-or-field.ts'
import { type Intent, isBareTopic, readIntent } from './intent/read-intent.ts'
import { literalItems } from './items/literal-items.ts'
import { answerItems, nearestItems } from './items/sentence-items.ts'
import { askedArticles } from './metadata/asked-articles.ts'
import { metadataItems, textSaysIt } from './metadata/metadata-items.ts'
import { readMetadataQuestion } from './metadata/metadata-question.ts'
import { isOfAnotherTime } from './rank/features/time-match.ts'
import type { Ranked } from './rank/rank.ts'
import { havingPhrase, quotedPhrases, withoutQuoted } from './retrieve/quoted-phrases.ts'
import { topicReader } from './retrieve/topic-reader.ts'
import { topicsToTry } from './topics-to-try.ts'
import { type Weighed, weigh } from './weigh.ts'

/**
 * A further sentence is shown if its score is at most this much below the best score. A smaller margin would hide 1 answer in 70 among the
 * first three.
 */
const maxBelow = 12

const letterOrDigit = unicodeRegExp(String.raw`[\p{L}\p{N}]`)

/** Where an answer is looked for: in all articles of a generation, or in one. */
interface Asked {
  readonly generation: Generation
  readonly article: Article | undefined
}

type Found = Extract<AskAnswer, { status: 'answered' }>

const scopeOf = ({ generation, article }: Asked): SearchScope => ({
  generation: generation.id,
  articles: article === undefined ? generation.articles.length : 1,
})

function answered(asked: Asked, items: readonly Item[], total: number, unsure: boolean): Found {
  return verify(asked.generation, { ...scopeOf(asked), status: 'answered', items, total, unsure })
}

function nothing(
  asked: Asked,
  { question, ranked }: Weighed,
  reason: NothingFoundReason,
  instead: readonly Instead[] = topicsToTry(asked.generation, question),
): NothingFound {
  const nearest = nearestItems(asked.generation, question, ranked)
  return verify(asked.generation, { ...scopeOf(asked), status: 'nothing-found', reason, instead, nearest })
}

/** The best sentence with up to two others. */
function sentencesAnswer(asked: Asked, { question, ranked }: Weighed, best: Ranked, unsure: boolean): Found {
  const others = ranked.filter(
    (other) => other !== best && other.score >= best.score - maxBelow && !isOfAnotherTime(other.view),
  )
  const items = answerItems(asked.generation, question, [best, ...others])
  return answered(asked, items, items.length, unsure)
}

/**
 * The sentences that have a quoted phrase word for word; null if the question asks for more. A phrase of function words alone can only be
 * searched for in this way.
 */
async function literally(asked: Asked, text: string): Promise<AskAnswer | null> {
  const [phrase, ...more] = quotedPhrases(text)
  if (phrase === undefined || more.length > 0) return null
  const isSearchable = terms(phrase).length > 0
  if (isSearchable && letterOrDigit.test(withoutQuoted(text))) return null
  const { generation, article } = asked
  const items = literalItems(generation, phrase, (place) => article === undefined || place.article === article)
  if (items.length > 0) return answered(asked, items.slice(0, maxAskItems), items.length, false)
  const reason = { code: 'unknown-words', words: [phrase] } as const
  if (isSearchable) return nothing(asked, await weigh(generation, text, article), reason)
  return { ...scopeOf(asked), status: 'nothing-found', reason, instead: [], nearest: [] }
}

/** The general way: the sentence that answers best, if one answers. */
async function bestSentence(asked: Asked, text: string): Promise<AskAnswer> {
  const weighed = await weigh(asked.generation, text, asked.article)
  const absent = quotedPhrases(text).filter((phrase) => havingPhrase(asked.generation, phrase) === null)
  if (absent.length > 0) return nothing(asked, weighed, { code: 'unknown-words', words: absent })
  const { best, reason, unsure } = weighed
  const row = rowOrField(weighed.question, weighed.ranked)
  if (row !== null) return sentencesAnswer(asked, weighed, row, false)
  if (best === null || reason !== null) return nothing(asked, weighed, reason ?? { code: 'weak-match' })
  return sentencesAnswer(asked, weighed, best, unsure)
}

/** The facts on a topic; null if no fact is about it. */
async function topicFacts(asked: Asked, topic: string, newestFirst: boolean): Promise<Found | null> {
  const { generation, article } = asked
  const found = await facts(generation, topic, { article, newestFirst, limit: maxAskItems })
  return found.status === 'answered' ? answered(asked, found.items, found.total, false) : null
}

const minReportedTopic = 0.5

/** What a speaker said, quoted or else reported. */
async function statements(asked: Asked, intent: Extract<Intent, { kind: 'statements' }>): Promise<AskAnswer> {
  const { generation, article } = asked
  const { text, speaker, asksWhether } = intent
  const topic = await topicReader(generation, intent.topic, article)
  const { speakers, isPerson, items } = await saidAbout(generation, { speaker, topic, article })
  if (items.length > 0) return answered(asked, items.slice(0, maxAskItems), items.length, false)
  if (asksWhether || (speakers.length === 0 && !isPerson)) return bestSentence(asked, text)
  const weighed = await weigh(generation, text, article)
  const reported = weighed.ranked.find(
    ({ sentence, paragraph, at }) =>
      reportsSpeechOf(speakers[0] ?? speaker, sentence, paragraph.sentences.slice(0, at)) &&
      (topic === null || topic(termSetOf(sentence)) >= minReportedTopic),
  )
  if (reported !== undefined) return sentencesAnswer(asked, weighed, reported, false)
  const [first] = speakers
  return first === undefined
    ? nothing(asked, weighed, { code: 'no-speaker', words: [speaker] })
    : nothing(asked, weighed, { code: 'other-topic', words: [first] }, [{ command: 'quotes', about: first }])
}

/**
 * Answers a question in the user's own words: what it asks is read first, and each kind of question has its own way to an answer. What
 * fits none of them is answered with the best sentence and up to two others, or with the reason why none answers. `article` restricts the
 * search to one article.
 * @throws QueryError if the question cannot be searched for.
 */
export async function ask(generation: Generation, input: string, article?: Article): Promise<AskAnswer> {
  return answerTo({ generation, article }, readIntent(input))
}

/** What is known about the article that a question is about; null if it is not about one, or the text answers it. */
async function metadata(asked: Asked, text: string): Promise<AskAnswer | null> {
  const { generation, article } = asked
  const question = readMetadataQuestion(text)
  if (question === null) return null
  const { articles, isDoubtful } = askedArticles(
    generation,
    article === undefined ? generation.articles : [article],
    question.article,
  )
  const [first] = articles
  if (first === undefined) return null
  if (isDoubtful) {
    const inText = await bestSentence(asked, text)
    if (textSaysIt(inText, question)) return inText
  }
  const items = metadataItems(generation, question.field, articles)
  if (items.length > 0) return answered(asked, items.slice(0, maxAskItems), items.length, false)
  const reason = { code: 'metadata-absent', field: question.field, title: first.title } as const
  return { ...scopeOf(asked), status: 'nothing-found', reason, instead: [], nearest: [] }
}

async function answerTo(asked: Asked, intent: Intent): Promise<AskAnswer> {
  const { generation, article } = asked
  switch (intent.kind) {
    case 'small-talk':
      return aboutBot(
        generation,
        intent.of,
        async (question) => (await ask(generation, question)).status === 'answered',
      )
    case 'stance': {
      const { speaker, verb } = intent
      const topic = await topicReader(generation, intent.topic, article)
      const items = await stancesOf(generation, { speaker, verb, topic, article })
      if (items.length === 0) return answerTo(asked, intent.otherwise)
      return answered(asked, items.slice(0, maxAskItems), items.length, false)
    }
    case 'statements':
      return statements(asked, intent)
    case 'who-said': {
      const found = await whoSaid(generation, intent.text)
      if (found.status === 'nothing-found') return bestSentence(asked, intent.text)
      return answered(asked, found.items.slice(0, maxAskItems), found.total, false)
    }
    case 'topic':
      return (await topicFacts(asked, intent.topic, intent.newest)) ?? bestSentence(asked, intent.topic)
    case 'question': {
      const literal = await literally(asked, intent.text)
      if (literal !== null) return literal
      const known = await metadata(asked, intent.text)
      if (known !== null) return known
      const found = isBareTopic(intent.text) ? await topicFacts(asked, intent.text, false) : null
      return found ?? bestSentence(asked, intent.text)
    }
  }
}
