import { introductions } from './attribute.ts'
import { type Proposal, type SpeakerQuestion, speakerQuestion } from './candidates.ts'
import type { Document } from './document.ts'
import type { Frame } from './frame.ts'
import type { Mention } from './mentions.ts'
import type { Entity } from './name-book.ts'
import { type PastSpeaker, type PronounQuestion, pronounFeatures, pronounQuestion } from './pronouns.ts'
import type { AttributionRule, Quotation } from './quotation.ts'
import { isScareQuote } from './scare-quotes.ts'
import { type PreviousChoice, speakerFeatures } from './speaker-features.ts'

/** A decision: the index of the chosen candidate, -1 for none of them, and how probable it is, 0 to 1. */
export interface Decision {
  readonly index: number
  readonly probability: number
}

/** What decides who speaks. The product decides by trained weights; the training script by the right answers. */
export interface Judges {
  speaker(question: SpeakerQuestion, features: readonly (readonly string[])[]): Decision
  pronoun(question: PronounQuestion, features: readonly (readonly string[])[]): Decision
}

interface Attribution {
  readonly speaker: string | null
  readonly entity: Entity | null
  readonly mention: Mention | null
  readonly proposal: Proposal | null
  readonly probability: number
}

/** Walks through an article's marked stretches in order, and gives those that are quotations their speakers. */
export function walk(document: Document, judges: Judges): readonly Quotation[] {
  const quotations: Quotation[] = []
  const past: PastSpeaker[] = []
  let previous: PreviousChoice | null = null
  let group = 0
  for (const [index, frame] of document.frames.entries()) {
    for (const at of frame.spans.keys()) {
      const own = introductions(frame, at)[0] ?? null
      if (isScareQuote(frame, at, own)) continue
      const question = speakerQuestion(document, index, at, near(previous, index))
      const decision = judges.speaker(question, speakerFeatures(document, question, previous))
      const done = attribute(document, question, decision, past, judges)
      if (done.speaker === null && isUnsupported(frame, at, own?.cue ?? -1)) continue
      if (!continues(previous, done.mention, frame, index, at)) group++
      if (done.entity !== null) past.push({ entity: done.entity, frame: index })
      previous = { frame: index, span: at, mention: done.mention }
      quotations.push(quotationOf(document, question, done, group))
    }
  }
  return quotations
}

const near = (previous: PreviousChoice | null, frame: number): Mention | null =>
  previous !== null && frame - previous.frame <= 2 ? previous.mention : null

/** Whether a stretch belongs to the utterance before it: it shares the mention of its speaker, or takes it up. */
function continues(
  previous: PreviousChoice | null,
  mention: Mention | null,
  frame: Frame,
  index: number,
  at: number,
): boolean {
  if (previous === null || mention === null || previous.mention === null) return false
  if (index - previous.frame > 1) return false
  if (index !== previous.frame && frame.spans[at]?.continued !== true) return false
  return previous.mention.frame === mention.frame && previous.mention.head === mention.head
}

function attribute(
  document: Document,
  question: SpeakerQuestion,
  decision: Decision,
  past: readonly PastSpeaker[],
  judges: Judges,
): Attribution {
  const mention = question.candidates[decision.index] ?? null
  const nobody = { speaker: null, entity: null, mention, proposal: null, probability: decision.probability }
  if (mention === null) return nobody
  const proposal =
    question.proposals.find((one) => one.mention.frame === mention.frame && one.mention.head === mention.head) ?? null
  const found = { ...nobody, proposal }
  if (mention.kind === 'name') return { ...found, speaker: mention.entity?.name ?? null, entity: mention.entity }
  if (mention.kind === 'nominal') return { ...found, speaker: officeOf(document, mention) }
  const asked = pronounQuestion(document, mention, past)
  if (asked === null || asked.candidates.length === 0) return found
  const frame = document.frames[question.frame]
  const span = frame?.spans[question.span]
  const quoted = span === undefined ? '' : (frame?.paragraph.text.slice(span.start, span.end) ?? '')
  const meant = judges.pronoun(asked, pronounFeatures(document, asked, past, quoted))
  const entity = asked.candidates[meant.index]?.entity ?? null
  return { ...found, speaker: entity?.name ?? null, entity, probability: decision.probability * meant.probability }
}

const OFFICE = /(?:office|campaign|team|ministry|administration|government|department)$/i

/** "Lima’s office": the owner by full name, the rest as the article words it. */
function officeOf(document: Document, mention: Mention): string | null {
  const frame = document.frames[mention.frame]
  const { name } = mention
  if (frame === undefined || name === null || !name.possessive) return null
  const rest = frame.paragraph.text.slice(frame.tokens[name.to]?.start ?? 0, frame.tokens[mention.to - 1]?.end ?? 0)
  if (!OFFICE.test(rest)) return null
  return `${document.book.resolve(name.words)?.name ?? name.words.join(' ')}${rest}`
}

/** Words inside a sentence that names no speaker: one or two of them, or without a cue, are no one's words. */
function isUnsupported(frame: Frame, at: number, cue: number): boolean {
  const span = frame.spans[at]
  if (span === undefined || span.open || span.continued) return false
  const quote = frame.quoteToken(at)
  if (frame.sentenceOf(quote).from === quote) return false
  const text = frame.paragraph.text.slice(span.start, span.end)
  return text.split(/\s+/, 3).length <= 2 || (cue < 0 && !/[.,?!]$/u.test(text))
}

function quotationOf(document: Document, question: SpeakerQuestion, done: Attribution, group: number): Quotation {
  const frame = document.frames[question.frame]
  const span = frame?.spans[question.span]
  if (frame === undefined || span === undefined)
    throw new RangeError(`no span ${question.span} in frame ${question.frame}`)
  const { mention, proposal } = done
  const home = mention === null ? undefined : document.frames[mention.frame]
  const first = mention === null ? undefined : home?.tokens[mention.from]
  const final = mention === null ? undefined : home?.tokens[mention.to - 1]
  const text = frame.paragraph.text.slice(span.start, span.end)
  const rule = ruleOf(frame, question, done)
  return {
    paragraph: frame.paragraph.number,
    start: span.start,
    end: span.end,
    text,
    kind: isDirect(text, span.open || span.continued, rule) ? 'direct' : 'partial',
    group,
    speaker: done.speaker,
    role: null,
    cue: home?.tokens[proposal?.cue ?? -1]?.text ?? null,
    rule,
    mention:
      home === undefined || first === undefined || final === undefined
        ? null
        : { paragraph: home.paragraph.number, start: first.start, end: final.end },
    confidence: done.speaker === null ? 0 : done.probability,
  }
}

function ruleOf(frame: Frame, question: SpeakerQuestion, done: Attribution): AttributionRule {
  const { mention, proposal } = done
  if (mention === null) return 'none'
  if (proposal !== null) return proposal.rule
  if (frame.spans[question.span]?.continued === true) return 'continued'
  if (mention.frame !== question.frame) return 'stand-alone'
  const quote = frame.quoteToken(question.span)
  return frame.sentenceOf(quote).index === frame.sentenceOf(mention.head).index ? 'same-sentence' : 'same-paragraph'
}

function isDirect(text: string, continues: boolean, rule: AttributionRule): boolean {
  if (continues) return true
  return /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(text) && (/[.,!?…—–-]$/u.test(text) || rule === 'cue-after')
}
