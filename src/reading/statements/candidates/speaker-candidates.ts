import { addressedIn } from '../entities/addressed.ts'
import type { Entity } from '../entities/entity-index.ts'
import { countBefore, type Mention, mentionOfPhrase } from '../entities/mentions.ts'
import type { ParsedArticle } from '../entities/parsed-article.ts'
import type { AttributionReading } from '../grammar/attribution-reading.ts'
import { announcement, saidBefore } from '../grammar/attribution-rules.ts'
import { signatureIn } from '../grammar/signatures.ts'
import type { CueStrength } from '../lexicon/speech-verbs.ts'
import type { AttributionRule } from '../spans/quotation.ts'

/** A speaker that a grammar rule proposes for a quotation. */
export interface Proposal {
  readonly rule: AttributionRule
  readonly mention: Mention
  /** The cue's token in the mention's frame, or -1. */
  readonly cue: number
  readonly strength: CueStrength | undefined
}

/** The question of who spoke a quotation: the candidate mentions and the proposals of the rules. */
export interface SpeakerQuestion {
  readonly frame: number
  readonly span: number
  readonly candidates: readonly Mention[]
  readonly proposals: readonly Proposal[]
}

const maxTokensBefore = 8
const maxTokensAfter = 6
const sentencesBefore = 3
const sentencesAfter = 2
const maxParagraphShareBefore = 4
const nextSpans = 3

/** Collects the candidate speakers of a span: nearby mentions, and the mention chosen for the previous quotation. */
export function speakerQuestion(
  document: ParsedArticle,
  frame: number,
  span: number,
  previous: Mention | null,
): SpeakerQuestion {
  const proposals = proposalsFor(document, frame, span)
  const candidates = new Map<string, Mention>()
  const add = (mention: Mention): void => {
    const id = `${mention.frame}:${mention.head}`
    if (!candidates.has(id)) candidates.set(id, mention)
  }
  for (const proposal of proposals) add(proposal.mention)
  for (const mention of nearby(document, frame, span)) add(mention)
  if (previous !== null) add(previous)
  const answers = answering(document, frame, span)
  const isAsked = (mention: Mention): boolean =>
    answers !== null && (mention.entity === null ? mention.head === answers.head : mention.entity === answers.entity)
  const addressed = addressedBy(document, frame, span)
  const isCued = (mention: Mention): boolean =>
    proposals.some((one) => one.mention.head === mention.head && one.mention.frame === mention.frame && one.cue >= 0)
  const isOther = (mention: Mention): boolean =>
    isAsked(mention) || (mention.entity !== null && addressed.has(mention.entity) && !isCued(mention))
  return {
    frame,
    span,
    candidates: [...candidates.values()].filter((mention) => !isOther(mention)),
    proposals: proposals.filter(({ mention }) => !isOther(mention)),
  }
}

function addressedBy(document: ParsedArticle, index: number, span: number): ReadonlySet<Entity> {
  const frame = document.frames[index]
  const stretch = frame?.spans[span]
  return frame === undefined || stretch === undefined
    ? new Set()
    : addressedIn(frame.paragraph.text.slice(stretch.start, stretch.end), document)
}

/** The speaker of the next quotation if only a space comes between, as in a dialogue: “Will it hold?” “It will,” said Ana. */
function answering(document: ParsedArticle, index: number, span: number): Mention | null {
  const frame = document.frames[index]
  const [here, next] = [frame?.spans[span], frame?.spans[span + 1]]
  if (frame === undefined || here === undefined || next === undefined || here.unmarked || next.unmarked) return null
  const isNext = frame.quoteToken(span + 1) === frame.quoteToken(span) + 1 && next.outer.start > here.outer.end
  const phrase = isNext ? document.readings(index, span + 1).find((one) => one.rule === 'cue-after')?.phrase : null
  return phrase == null ? null : mentionOfPhrase(phrase, index, document.entities)
}

function proposalsFor(document: ParsedArticle, index: number, span: number): readonly Proposal[] {
  const frame = document.frames[index]
  if (frame === undefined) return []
  const found: Proposal[] = []
  const propose = (reading: AttributionReading | null | undefined, at: number, rule = reading?.rule): void => {
    if (!reading?.phrase || rule === undefined) return
    const mention = mentionOfPhrase(reading.phrase, at, document.entities)
    found.push({ rule, mention, cue: reading.cue, strength: reading.strength })
  }
  for (const reading of document.readings(index, span)) propose(reading, index)
  if (frame.quoteToken(span) === 0) propose(announcement(document.frames[index - 1]), index - 1)
  // A signature in the next paragraph: “…” / — Ana Lima
  const following = document.frames[index + 1]
  if (frame.tokens.length === 1 && following !== undefined) propose(signatureIn(following, 'after'), index + 1)
  propose(saidBefore(frame, span), index, 'same-paragraph')
  for (let next = span + 1; next <= Math.min(span + nextSpans, frame.spans.length - 1); next++) {
    const reading = document.readings(index, next).find((one) => one.rule === 'cue-after')
    if (reading === undefined) continue
    propose(reading, index, 'same-paragraph')
    break
  }
  return found
}

function nearby(document: ParsedArticle, index: number, span: number): readonly Mention[] {
  const frame = document.frames[index]
  const mentions = document.mentions[index]
  if (frame === undefined || mentions === undefined) return []
  const quote = frame.quoteToken(span)
  const here = frame.sentenceOf(quote).index
  const middle = countBefore(mentions, quote)
  const inReach = (mention: Mention): boolean => {
    const distance = frame.sentenceOf(mention.head).index - here
    return distance >= -sentencesBefore && distance <= sentencesAfter
  }
  const before = mentions.slice(Math.max(0, middle - maxTokensBefore), middle).filter(inReach)
  const after = mentions.slice(middle, middle + maxTokensAfter).filter(inReach)
  const paragraphBefore =
    before.length === 0 ? (document.mentions[index - 1] ?? []).slice(-maxParagraphShareBefore) : []
  return [...before.reverse(), ...after, ...paragraphBefore.toReversed()]
}
