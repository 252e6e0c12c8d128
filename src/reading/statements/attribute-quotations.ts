import { quotationOf, turnQuotation } from './attribution/build-quotation.ts'
import { type Attribution, attribute, type PronounResolution } from './attribution/resolve-speaker.ts'
import type { PastSpeaker } from './candidates/pronoun-candidates.ts'
import { type SpeakerQuestion, speakerQuestion } from './candidates/speaker-candidates.ts'
import type { Mention } from './entities/mentions.ts'
import type { ParsedArticle } from './entities/parsed-article.ts'
import type { AttributionReading } from './grammar/attribution-reading.ts'
import { isDeniedSpeech } from './grammar/denied-speech.ts'
import { isBrief, isWithoutSpeech } from './grammar/scare-quotes.ts'
import type { Classifiers, SpanReference } from './model/classifiers.ts'
import { spanFeatures } from './model/span-features.ts'
import { type PreviousChoice, speakerFeatures } from './model/speaker-features.ts'
import type { ParsedParagraph } from './parse/parsed-paragraph.ts'
import type { Quotation } from './spans/quotation.ts'

/** A span less likely to be speech than this is left out: showing a title or a term as speech is worse than a gap. */
const minWords = 0.9
/** Spans with at most this many words need a speaker or a cue if they are inside a sentence. */
const fewWords = 6
/** A quotation can continue one at most this many paragraphs back. */
const maxGapParagraphs = 2

/** The previous choice, with its cue token or -1. */
interface Previous extends PreviousChoice {
  readonly cue: number
}

/** Attributes the quoted spans of an article, in order, to their speakers. Spans that are not quotations are left out. */
export function attributeQuotations(document: ParsedArticle, classifiers: Classifiers): readonly Quotation[] {
  const quotations: Quotation[] = []
  const past: PastSpeaker[] = []
  const meanings = new Map<string, PronounResolution>()
  let previous: Previous | null = null
  let group = 0
  let lastTurn = -1
  for (const [index, frame] of document.frames.entries()) {
    for (const [at, { turn }] of frame.spans.entries()) {
      if (turn !== undefined) {
        group += turn.number === lastTurn ? 0 : 1
        lastTurn = turn.number
        const entity = turn.speaker === null ? undefined : document.entities.resolve(turn.speaker.split(' '))
        if (entity !== undefined) past.push({ entity, frame: index })
        previous = null
        quotations.push(turnQuotation(document, index, turn, { entity, group }))
        continue
      }
      const readings = document.readings(index, at)
      if (!isSpeech(frame, { frame: index, span: at }, readings, classifiers)) continue
      const question = speakerQuestion(document, index, at, near(previous, index))
      const decision = classifiers.speaker(question, speakerFeatures(document, question, previous))
      const done = attribute(document, question, decision, { past, meanings, classifiers })
      if (isUnsupported(frame, at, question, done)) continue
      if (!continues(previous, question, done)) group++
      if (done.entity !== null) past.push({ entity: done.entity, frame: index })
      previous = { frame: index, span: at, mention: done.mention, cue: done.proposal?.cue ?? -1 }
      quotations.push(quotationOf(document, question, done, group))
    }
  }
  return quotations
}

function isSpeech(
  frame: ParsedParagraph,
  stretch: SpanReference,
  readings: readonly AttributionReading[],
  classifiers: Classifiers,
): boolean {
  const { span } = stretch
  if (frame.spans[span]?.unmarked === true) return true
  if (isWithoutSpeech(frame, span, readings[0] ?? null) || isDeniedSpeech(frame, frame.quoteToken(span))) return false
  return isBrief(frame, span) || classifiers.speechProbability(stretch, spanFeatures(frame, span, readings)) >= minWords
}

const near = (previous: PreviousChoice | null, frame: number): Mention | null =>
  previous !== null && frame - previous.frame <= maxGapParagraphs ? previous.mention : null

/** Whether a span continues the previous utterance: both share one speaker mention and one cue. */
function continues(previous: Previous | null, question: SpeakerQuestion, { mention, proposal }: Attribution): boolean {
  if (previous === null || mention === null || previous.mention === null) return false
  if (previous.mention.frame !== mention.frame || previous.mention.head !== mention.head) return false
  if (question.frame - previous.frame > 1) return false
  return proposal === null || proposal.cue < 0 || previous.cue < 0 || proposal.cue === previous.cue
}

/** A few words inside a sentence are not a quotation without a speaker; one or two words also need a cue with its subject. */
function isUnsupported(frame: ParsedParagraph, at: number, { proposals }: SpeakerQuestion, done: Attribution): boolean {
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
  return text.split(/\s+/, fewWords + 1).length <= fewWords || (!cued && !/[.,?!]$/u.test(text))
}
