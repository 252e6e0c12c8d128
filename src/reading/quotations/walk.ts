import { type Introduction, introductions } from './attribute.ts'
import { type Proposal, type SpeakerQuestion, speakerQuestion } from './candidates.ts'
import type { Document } from './document.ts'
import type { Frame } from './frame.ts'
import type { Mention } from './mentions.ts'
import type { Entity } from './name-book.ts'
import { type PastSpeaker, type PronounQuestion, pronounFeatures, pronounQuestion } from './pronouns.ts'
import type { AttributionRule, Quotation } from './quotation.ts'
import { roleNextTo } from './roles.ts'
import { isBrief, isWithoutSpeech } from './scare-quotes.ts'
import { type PreviousChoice, speakerFeatures } from './speaker-features.ts'
import { stretchFeatures } from './stretch-features.ts'

/** A marked stretch: its frame's index in the article, and its place among the frame's spans. */
export interface MarkedStretch {
  readonly frame: number
  readonly span: number
}

/** A decision: the index of the chosen candidate, -1 for none of them, and how probable it is, 0 to 1. */
export interface Decision {
  readonly index: number
  readonly probability: number
}

/** What decides who speaks. The product decides by trained weights; the training script by the right answers. */
export interface Judges {
  /** How probable it is that a marked stretch is someone's words, 0 to 1. */
  words(stretch: MarkedStretch, features: readonly string[]): number
  speaker(question: SpeakerQuestion, features: readonly (readonly string[])[]): Decision
  pronoun(question: PronounQuestion, features: readonly (readonly string[])[]): Decision
}

/** A stretch less probably someone's words than this is left out: a title or a term shown as speech is worse than a gap. */
const LEAST_WORDS = 0.9

/** Whom a pronoun means, and how probable that is. */
interface Meaning {
  readonly entity: Entity | null
  readonly probability: number
}

/** What the walk has learnt so far, and what it decides by. */
interface Memory {
  readonly past: readonly PastSpeaker[]
  /** By the pronoun's frame and token. */
  readonly meanings: Map<string, Meaning>
  readonly judges: Judges
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
  const meanings = new Map<string, Meaning>()
  let previous: Previous | null = null
  let group = 0
  for (const [index, frame] of document.frames.entries()) {
    for (const at of frame.spans.keys()) {
      const readings = introductions(frame, at)
      if (!isSpeech(frame, { frame: index, span: at }, readings, judges)) continue
      const question = speakerQuestion(document, index, at, near(previous, index))
      const decision = judges.speaker(question, speakerFeatures(document, question, previous))
      const done = attribute(document, question, decision, { past, meanings, judges })
      if (isUnsupported(frame, at, question, done)) continue
      if (!continues(previous, question, done)) group++
      if (done.entity !== null) past.push({ entity: done.entity, frame: index })
      previous = { frame: index, span: at, mention: done.mention, cue: done.proposal?.cue ?? -1 }
      quotations.push(quotationOf(document, question, done, group))
    }
  }
  return quotations
}

function isSpeech(frame: Frame, stretch: MarkedStretch, readings: readonly Introduction[], judges: Judges): boolean {
  const { span } = stretch
  if (frame.spans[span]?.unmarked === true) return true
  if (isWithoutSpeech(frame, span, readings[0] ?? null)) return false
  return isBrief(frame, span) || judges.words(stretch, stretchFeatures(frame, span, readings)) >= LEAST_WORDS
}

const near = (previous: PreviousChoice | null, frame: number): Mention | null =>
  previous !== null && frame - previous.frame <= 2 ? previous.mention : null

/** Whether a stretch belongs to the utterance before it: one mention of the speaker and one cue serve both. */
function continues(previous: Previous | null, question: SpeakerQuestion, { mention, proposal }: Attribution): boolean {
  if (previous === null || mention === null || previous.mention === null) return false
  if (previous.mention.frame !== mention.frame || previous.mention.head !== mention.head) return false
  if (question.frame - previous.frame > 1) return false
  return proposal === null || proposal.cue < 0 || previous.cue < 0 || proposal.cue === previous.cue
}

/** The choice before, with the token of its cue or -1. */
interface Previous extends PreviousChoice {
  readonly cue: number
}

function attribute(
  document: Document,
  question: SpeakerQuestion,
  decision: Decision,
  { past, meanings, judges }: Memory,
): Attribution {
  const mention = question.candidates[decision.index] ?? null
  const nobody = { speaker: null, entity: null, mention, proposal: null, probability: decision.probability }
  if (mention === null) return nobody
  const proposal = proposalOf(question, mention)
  const found = { ...nobody, proposal }
  if (mention.kind === 'name') return { ...found, speaker: mention.entity?.name ?? null, entity: mention.entity }
  if (mention.kind === 'nominal') return { ...found, speaker: officeOf(document, mention) }
  const key = `${mention.frame}:${mention.head}`
  const meaning = meanings.get(key) ?? meaningOf(document, question, mention, past, judges)
  meanings.set(key, meaning)
  const { entity } = meaning
  return { ...found, speaker: entity?.name ?? null, entity, probability: decision.probability * meaning.probability }
}

/**
 * The rule that proposes a mention. "Lima, who was away, said he believes “…”" proposes "he": where the model chooses the
 * name that stands in the same sentence, the cue is still the one that governs the words.
 */
function proposalOf({ proposals, frame }: SpeakerQuestion, mention: Mention): Proposal | null {
  const exact = proposals.find((one) => one.mention.frame === mention.frame && one.mention.head === mention.head)
  const first = proposals[0]
  const through = first?.mention.kind === 'pronoun' && mention.frame === frame && first.mention.head > mention.head
  if (exact !== undefined && exact.cue >= 0) return exact
  return through ? first : (exact ?? null)
}

/** Decides once whom a pronoun means; further quotations of the same "she said" share the answer. */
function meaningOf(
  document: Document,
  question: SpeakerQuestion,
  pronoun: Mention,
  past: readonly PastSpeaker[],
  judges: Judges,
): Meaning {
  const asked = pronounQuestion(document, pronoun, past)
  if (asked === null || asked.candidates.length === 0) return { entity: null, probability: 1 }
  const frame = document.frames[question.frame]
  const span = frame?.spans[question.span]
  const quoted = span === undefined ? '' : (frame?.paragraph.text.slice(span.start, span.end) ?? '')
  const { index, probability } = judges.pronoun(asked, pronounFeatures(document, asked, past, quoted))
  return { entity: asked.candidates[index]?.entity ?? null, probability }
}

const OFFICE = /(?:office|campaign|team|ministry|administration|government|department|embassy|delegation)$/i

/** "Lima’s office": the owner by full name, the rest as the article words it; "the Lima campaign" as it stands. */
function officeOf(document: Document, mention: Mention): string | null {
  const frame = document.frames[mention.frame]
  const { name } = mention
  const end = frame?.tokens[mention.to - 1]?.end
  if (frame === undefined || name === null || end === undefined) return null
  if (!name.possessive) {
    const office = frame.paragraph.text.slice(frame.tokens[name.from]?.start, end)
    return OFFICE.test(office) ? office : null
  }
  const rest = frame.paragraph.text.slice(frame.tokens[name.to]?.start, end)
  if (!OFFICE.test(rest)) return null
  // One form of apostrophe, so that an office has one name whichever form an article is set in.
  return `${document.book.resolve(name.words)?.name ?? name.words.join(' ')}${rest.replace("'", '’')}`
}

/** Few words inside a sentence are no one's words without a speaker, one or two of them not without a cue and its subject. */
function isUnsupported(frame: Frame, at: number, { proposals }: SpeakerQuestion, done: Attribution): boolean {
  const span = frame.spans[at]
  if (span === undefined || span.open || span.continued || span.unmarked) return false
  const quote = frame.quoteToken(at)
  if (frame.sentenceOf(quote).from === quote) return false
  const own = proposals[0]
  const cued = own !== undefined && own.cue >= 0
  if (isBrief(frame, at)) {
    const governs = cued && own === done.proposal
    return done.speaker === null || !governs
  }
  if (done.speaker !== null || (done.proposal?.cue ?? -1) >= 0) return false
  const text = frame.paragraph.text.slice(span.start, span.end)
  return text.split(/\s+/, FEW + 1).length <= FEW || (!cued && !/[.,?!]$/u.test(text))
}

const FEW = 6

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
    role: roleOf(document, done),
    cue: home?.tokens[proposal?.cue ?? -1]?.text ?? null,
    rule,
    mention:
      home === undefined || first === undefined || final === undefined
        ? null
        : { paragraph: home.paragraph.number, start: first.start, end: final.end },
    confidence: done.speaker === null ? 0 : done.probability,
  }
}

/** The role next to the name where it speaks, else the role that the article first gives this person. */
function roleOf({ frames, roles }: Document, { mention, entity }: Attribution): string | null {
  if (entity === null) return null
  const frame = mention === null ? undefined : frames[mention.frame]
  const here = frame !== undefined && mention?.name != null ? roleNextTo(frame, mention.name) : null
  return here ?? roles.get(entity) ?? null
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
