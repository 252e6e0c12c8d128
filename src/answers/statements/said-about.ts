import type { Article } from '../../corpus/article/article.ts'
import { analyse } from '../../language/analysis/analysed-paragraph.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { isReport, type Utterance } from '../../reading/statements/utterances.ts'
import type { StatementItem } from '../answer/item.ts'
import type { TopicShare } from '../ask/retrieve/topic-reader.ts'
import { eachSentenceOnce } from './each-sentence-once.ts'
import { type ShownStatement, showBest } from './shown-utterance.ts'
import { meantSpeakers } from './speakers/speaker-fit.ts'
import { statementItem } from './statement-item.ts'
import { utterancesByStatement } from './statement-lists.ts'

/** Who said something, and about what. */
export interface SpeakerQuery {
  /** A name, a surname, a role or an office, as typed. */
  readonly speaker: string
  /** How much of the topic some terms hold; null if every statement is asked for. */
  readonly topic: TopicShare | null
  readonly article?: Article | undefined
}

/** What a speaker said, quoted or reported. */
export interface SaidAbout {
  /** The speakers that are meant, as the articles name them; empty if nobody who says anything is meant. */
  readonly speakers: readonly string[]
  /** Whether the words can mean a person or an office at all. */
  readonly isPerson: boolean
  /** The statements about the topic, each once: quotations before reports, then the best first. */
  readonly items: readonly StatementItem[]
}

/** The minimum share of a topic in a statement about it: in its sentences or, for a quotation, with the text around them. */
export const minTopic = 0.5

/** A statement, limited to the utterances of the meant speakers. */
interface Chosen extends ShownStatement {
  /** Whether its own sentences are about the topic. */
  readonly isOnTopic: boolean
  readonly score: number
}

/** How much of a topic a statement holds: most for its own words, less for its sentences, its paragraph, and the paragraph before. */
function topicShare(topic: TopicShare, { article, paragraph, around, statedTerms, aroundTerms }: Utterance) {
  const analysed = analyse(paragraph)
  const before = article.paragraphs[paragraph.number - 2]
  const sentenceBefore = before === undefined || around.start > 0 ? [] : (analyse(before).sentences.at(-1)?.terms ?? [])
  const near = topic(new Set([...analysed.terms, ...sentenceBefore].map(({ term }) => term)))
  const beside = topic(aroundTerms)
  return { near, beside, score: 0.5 * topic(statedTerms) + 0.3 * beside + 0.2 * near }
}

/** The utterance of a statement that is shown, a quotation if it has one; null if none is about the topic. */
function choose(statement: readonly Utterance[], topic: TopicShare | null): Chosen | null {
  const [first, ...rest] = statement
  if (first === undefined) return null
  if (topic === null) return { shown: first, others: rest, isOnTopic: true, score: 0 }
  const shareOf = (utterance: Utterance) => ({ utterance, ...topicShare(topic, utterance) })
  const scored = [shareOf(first), ...rest.map(shareOf)] as const
  // What a report says is in its sentence; a quotation may need its context ("I have no comment on that").
  if (!scored.some(({ utterance, near, beside }) => (isReport(utterance) ? beside : near) >= minTopic)) return null
  return {
    ...showBest(scored),
    isOnTopic: scored.some(({ beside }) => beside >= minTopic),
    score: Math.max(...scored.map(({ score }) => score)),
  }
}

/** Some utterances as items, one for each statement, perhaps only those about a topic. */
export function statementItems(
  generation: Generation,
  utterances: ReadonlySet<Utterance>,
  topic: TopicShare | null,
): readonly StatementItem[] {
  const found = utterancesByStatement(generation.statements, utterances).flatMap((own) => choose(own, topic) ?? [])
  // What is about the topic only in its context may be about something else: it is shown if nothing better is known.
  const onTopic = found.filter((one) => one.isOnTopic)
  const chosen = (onTopic.length > 0 ? onTopic : found).toSorted(
    (a, b) => Number(isReport(a.shown)) - Number(isReport(b.shown)) || b.score - a.score,
  )
  return eachSentenceOnce(chosen).map(({ shown, others }) => statementItem(generation, shown, others))
}

/** What a speaker says, perhaps about a topic. */
export async function saidAbout(generation: Generation, { speaker, topic, article }: SpeakerQuery): Promise<SaidAbout> {
  const meant = await meantSpeakers(generation, speaker, article)
  const { names: speakers, isPerson } = meant
  return { speakers, isPerson, items: statementItems(generation, meant.utterances, topic) }
}
