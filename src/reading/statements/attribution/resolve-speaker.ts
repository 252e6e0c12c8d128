import { ownAntecedent } from '../candidates/own-antecedent.ts'
import { type PastSpeaker, pronounQuestion } from '../candidates/pronoun-candidates.ts'
import type { Proposal, SpeakerQuestion } from '../candidates/speaker-candidates.ts'
import { addressedIn } from '../entities/addressed.ts'
import type { Entity } from '../entities/entity-index.ts'
import type { Mention } from '../entities/mentions.ts'
import type { ParsedArticle } from '../entities/parsed-article.ts'
import type { Classifiers, Decision } from '../model/classifiers.ts'
import { pronounFeatures } from '../model/pronoun-features.ts'
import { joinedNames, jointSpeakers } from './joint-speakers.ts'
import { meantBy } from './namesakes.ts'

/** Who speaks, and the evidence for it. */
export interface Attribution {
  readonly speaker: string | null
  readonly entity: Entity | null
  readonly mention: Mention | null
  /** The grammar rule that agrees with the choice, or null. */
  readonly proposal: Proposal | null
  /** The probability of the choice before calibration, 0 to 1. */
  readonly probability: number
}

/** The person that a pronoun refers to, and its probability. */
export interface PronounResolution {
  readonly entity: Entity | null
  readonly probability: number
}

/** The results of earlier quotations, and the classifiers. */
export interface ResolutionState {
  readonly past: readonly PastSpeaker[]
  /** Keyed by the pronoun's frame and token. */
  readonly meanings: Map<string, PronounResolution>
  readonly classifiers: Classifiers
}

/** Turns a decision into a speaker: a name by its entity, a pronoun by the person it refers to, an office as worded. */
export function attribute(
  document: ParsedArticle,
  question: SpeakerQuestion,
  decision: Decision,
  state: ResolutionState,
): Attribution {
  const mention = question.candidates[decision.index] ?? null
  const nobody = { speaker: null, entity: null, mention, proposal: null, probability: decision.probability }
  if (mention === null) return nobody
  const proposal = proposalOf(question, mention)
  const found = { ...nobody, proposal }
  if (mention.kind === 'nominal') {
    const label = labelOf(document, question, mention)
    if (label !== null) return { ...found, speaker: label }
  }
  const frame = document.frames[question.frame]
  const span = frame?.spans[question.span]
  const quoted = span === undefined ? '' : (frame?.paragraph.text.slice(span.start, span.end) ?? '')
  const { speaker, entity, probability } = speakerOf(document, mention, quoted, state)
  return { ...found, speaker, entity, probability: decision.probability * probability }
}

/** The speaker that a mention refers to: a name by its entity, an office as worded, a pronoun by the words it is said to speak. */
export function speakerOf(
  document: ParsedArticle,
  mention: Mention,
  words: string,
  { past, meanings, classifiers }: ResolutionState,
): Pick<Attribution, 'speaker' | 'entity' | 'probability'> {
  if (mention.kind === 'name') {
    const entity = meantBy(document, mention, past)
    return { speaker: joinedNames(jointSpeakers(document, { ...mention, entity })), entity, probability: 1 }
  }
  if (mention.kind === 'nominal') return { speaker: officeOf(document, mention), entity: null, probability: 1 }
  const key = `${mention.frame}:${mention.head}`
  const meaning = meanings.get(key) ?? resolvePronoun(document, mention, words, { past, classifiers })
  meanings.set(key, meaning)
  return { speaker: meaning.entity?.name ?? null, ...meaning }
}

/**
 * The rule that proposes a mention. In "Lima, who was away, said he believes “…”" the rule proposes "he": if the model chooses
 * the name in the same sentence, the rule's cue still applies.
 */
function proposalOf({ proposals, frame }: SpeakerQuestion, mention: Mention): Proposal | null {
  const exact = proposals.find((one) => one.mention.frame === mention.frame && one.mention.head === mention.head)
  const first = proposals[0]
  const through = first?.mention.kind === 'pronoun' && mention.frame === frame && first.mention.head > mention.head
  if (exact !== undefined && exact.cue >= 0) return exact
  return through ? first : (exact ?? null)
}

/** The probability of the subject of a pronoun's own sentence if the model prefers somebody else: it is right more often than not. */
const ownProbability = 0.8

/** Decides once who a pronoun refers to, so that further quotations of the same "she said" share the answer. */
function resolvePronoun(
  document: ParsedArticle,
  pronoun: Mention,
  words: string,
  { past, classifiers }: Pick<ResolutionState, 'past' | 'classifiers'>,
): PronounResolution {
  const asked = pronounQuestion(document, pronoun, past, addressedIn(words, document))
  if (asked === null || asked.candidates.length === 0) return { entity: null, probability: 1 }
  const own = ownAntecedent(document, pronoun, asked.gender)
  if (own === 'unnamed') return { entity: null, probability: 1 }
  const { index, probability } = classifiers.pronoun(asked, pronounFeatures(document, asked, past, words))
  const entity = asked.candidates[index]?.entity ?? null
  return own === null || own.entity === entity
    ? { entity, probability }
    : { entity: own.entity, probability: ownProbability }
}

/** In a transcript the label names the speaker, even if it is only a role: "REPORTER: …". */
function labelOf({ frames }: ParsedArticle, { frame: index, span }: SpeakerQuestion, mention: Mention): string | null {
  const frame = frames[index]
  if (frame?.spans[span]?.unmarked !== true || mention.frame !== index || mention.from !== 0) return null
  return frame.paragraph.text.slice(frame.tokens[0]?.start, frame.tokens[mention.to - 1]?.end)
}

const officePattern = /(?:office|campaign|team|ministry|administration|government|department|embassy|delegation)$/i

/** "Lima’s office": the owner's full name, the rest as worded in the article; "the Lima campaign" stays unchanged. */
function officeOf(document: ParsedArticle, mention: Mention): string | null {
  const frame = document.frames[mention.frame]
  const { name } = mention
  const end = frame?.tokens[mention.to - 1]?.end
  if (frame === undefined || name === null || end === undefined) return null
  if (!name.possessive) {
    const office = frame.paragraph.text.slice(frame.tokens[name.from]?.start, end)
    return officePattern.test(office) ? office : null
  }
  const rest = frame.paragraph.text.slice(frame.tokens[name.to]?.start, end)
  if (!officePattern.test(rest)) return null
  // One form of apostrophe, so that an office has the same name in every article.
  return `${document.entities.resolve(name.words)?.name ?? name.words.join(' ')}${rest.replace("'", '’')}`
}
