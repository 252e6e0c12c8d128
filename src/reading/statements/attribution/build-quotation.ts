import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import type { SpeakerQuestion } from '../candidates/speaker-candidates.ts'
import type { Entity } from '../entities/entity-index.ts'
import type { Mention } from '../entities/mentions.ts'
import type { ParsedArticle } from '../entities/parsed-article.ts'
import { cueText } from '../grammar/cues.ts'
import { roleNextTo } from '../grammar/job-titles.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'
import type { Turn } from '../parse/quote-spans.ts'
import type { AttributionRule, Quotation } from '../spans/quotation.ts'
import type { Attribution } from './resolve-speaker.ts'

const firstCapitalOrDigit = unicodeRegExp(String.raw`^[^\p{L}\p{N}]*[\p{Lu}\p{N}]`)

/** Builds the quotation from a span and its attribution. Its confidence is the uncalibrated probability. */
export function quotationOf(
  document: ParsedArticle,
  question: SpeakerQuestion,
  done: Attribution,
  group: number,
): Quotation {
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
    role: roleOf(document, mention, done),
    cue: home === undefined ? null : cueText(home, proposal?.cue ?? -1),
    rule,
    mention:
      home === undefined || first === undefined || final === undefined
        ? null
        : { paragraph: home.paragraph.number, start: first.start, end: final.end },
    confidence: done.speaker === null ? 0 : done.probability,
  }
}

/** The probability that a label names the speaker of its turn. */
const labelProbability = 0.99

/** Builds the quotation of a turn of a transcript, whose label names the speaker. */
export function turnQuotation(
  document: ParsedArticle,
  index: number,
  turn: Turn,
  { entity, group }: { readonly entity: Entity | undefined; readonly group: number },
): Quotation {
  const frame = document.frames[index]
  const span = frame?.spans[0]
  if (frame === undefined || span === undefined) throw new RangeError(`no turn in frame ${index}`)
  const { speaker } = turn
  return {
    paragraph: frame.paragraph.number,
    start: span.start,
    end: span.end,
    text: frame.paragraph.text.slice(span.start, span.end),
    kind: 'direct',
    group,
    speaker,
    role: entity === undefined ? null : (document.roles.get(entity) ?? null),
    cue: null,
    rule: 'colon',
    mention: speaker === null ? null : turn.label,
    confidence: speaker === null ? 0 : labelProbability,
  }
}

/**
 * The role next to the name at this mention, otherwise the first role that the article gives this person; null for people who speak
 * together, because it is the role of only one of them.
 */
export function roleOf(
  { frames, roles }: ParsedArticle,
  mention: Mention | null,
  { speaker, entity }: Pick<Attribution, 'speaker' | 'entity'>,
): string | null {
  if (entity === null || speaker !== entity.name) return null
  const frame = mention === null ? undefined : frames[mention.frame]
  const here = frame !== undefined && mention?.name != null ? roleNextTo(frame, mention.name) : null
  return here ?? roles.get(entity) ?? null
}

function ruleOf(frame: ParsedParagraph, question: SpeakerQuestion, done: Attribution): AttributionRule {
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
  return firstCapitalOrDigit.test(text) && (/[.,!?…—–-]$/u.test(text) || rule === 'cue-after')
}
