import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { prepositions } from '../../../language/vocabulary/function-words.ts'
import type { SpeakerQuestion } from '../candidates/speaker-candidates.ts'
import type { Mention } from '../entities/mentions.ts'
import type { ParsedArticle } from '../entities/parsed-article.ts'
import { cueOf } from '../grammar/cues.ts'
import { cueStrength } from '../lexicon/speech-verbs.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'
import { classPath, wordClass } from './word-classes.ts'

const farDistance = 50
const capitalsPattern = unicodeRegExp(String.raw`^\p{Lu}{2,}$`)

/** The previous choice, for quotations that continue. */
export interface PreviousChoice {
  readonly frame: number
  readonly span: number
  readonly mention: Mention | null
}

/** The features of each candidate of a question; the last is "nobody the article names". */
export function speakerFeatures(
  document: ParsedArticle,
  question: SpeakerQuestion,
  previous: PreviousChoice | null,
): readonly (readonly string[])[] {
  const frame = document.frames[question.frame]
  const span = frame?.spans[question.span]
  if (frame === undefined || span === undefined) return []
  const quote = frame.quoteToken(question.span)
  const text = frame.paragraph.text.slice(span.start, span.end)
  const situation: Situation = {
    document,
    frame,
    question,
    quote,
    text,
    form: quoteForm(frame, quote, text, span.open || span.continued),
    open: span.open || span.continued,
    solo: frame.tokens.length === 1,
    previous,
  }
  const features = question.candidates.map((mention) => featuresOf(situation, mention))
  return [...features, nobody(situation)]
}

interface Situation {
  readonly document: ParsedArticle
  readonly frame: ParsedParagraph
  readonly question: SpeakerQuestion
  readonly quote: number
  readonly text: string
  readonly form: string
  readonly open: boolean
  readonly solo: boolean
  readonly previous: PreviousChoice | null
}

/** The position of a quotation in its sentence: whether it starts the sentence, how it ends, and its context. */
function quoteForm(frame: ParsedParagraph, quote: number, text: string, open: boolean): string {
  const starts = frame.sentenceOf(quote).from === quote ? 's' : 'm'
  const last = open ? '.' : (/[,.?!—–-]["”’')\]]*$/u.exec(text)?.[0]?.charAt(0) ?? 'n')
  return starts + (last === '!' ? '?' : last === '—' || last === '–' ? '-' : last)
}

function featuresOf(situation: Situation, mention: Mention): string[] {
  const { document, frame, question, quote, form } = situation
  const features: string[] = []
  const home = document.frames[mention.frame] ?? frame
  const relation = relationOf(situation, mention)
  const { kind } = mention
  const word = kind === 'pronoun' ? (home.tokens[mention.head]?.lower ?? '') : kind
  features.push(`k:${word}`, `k:${word}:${relation}`, `r:${relation}:${form}`, `r:${relation}:${kind}:${form}`)
  proposalFeatures(situation, mention, word, features)
  contextFeatures(home, mention, relation, features)
  entityFeatures(situation, mention, relation, features)
  previousFeatures(situation, mention, relation, features)
  if (mention.frame === question.frame) {
    const between = mention.head < quote ? quote - mention.to : mention.from - quote - 1
    features.push(`d:${relation}:${bucket(between)}`)
    const [from, to] = mention.head < quote ? [mention.to, quote] : [quote + 1, mention.from]
    if (between < farDistance) {
      const path = classPath(frame, from, to, 7)
      features.push(`t:${relation}:${path}`, `t:${relation}:${form}:${path}`, `t:${relation}:${kind}:${path}`)
      const near = classPath(
        frame,
        mention.head < quote ? Math.max(from, to - 3) : from,
        mention.head < quote ? to : Math.min(to, from + 3),
        3,
      )
      features.push(`q:${relation}:${near}`)
    }
    const names = namesBetween(situation, mention)
    features.push(`n:${relation}:${names}`, `n:${relation}:${form}:${names}`)
  }
  if (situation.open) features.push(`open:${relation}:${kind}`)
  if (situation.solo) features.push(`solo:${relation}:${kind}`)
  return features
}

const bucket = (distance: number): number => (distance <= 4 ? distance : distance <= 8 ? 8 : distance <= 16 ? 16 : 99)

/** The position of a mention relative to the quotation: before or after, and the distance in sentences or paragraphs. */
function relationOf({ frame, question, quote }: Situation, mention: Mention): string {
  if (mention.frame !== question.frame) return question.frame - mention.frame === 1 ? 'P' : 'PP'
  const sentences = frame.sentenceOf(mention.head).index - frame.sentenceOf(quote).index
  return `${mention.head < quote ? 'B' : 'A'}${Math.min(3, Math.abs(sentences))}`
}

/** The number of other people mentioned between a mention and the quotation. */
function namesBetween({ question, quote }: Situation, mention: Mention): number {
  const low = Math.min(mention.head, quote)
  const high = Math.max(mention.head, quote)
  let count = 0
  for (const other of question.candidates) {
    if (other.frame === question.frame && other.kind !== 'nominal' && other.head > low && other.head < high) count++
  }
  return Math.min(4, count)
}

function proposalFeatures(situation: Situation, mention: Mention, word: string, features: string[]): void {
  const { question, form, document } = situation
  let proposed = false
  for (const [index, { rule, mention: meant, cue, strength }] of question.proposals.entries()) {
    if (meant.frame !== mention.frame || meant.head !== mention.head) continue
    proposed = true
    const lower = document.frames[meant.frame]?.tokens[cue]?.lower ?? '-'
    features.push(
      `p:${rule}`,
      `p:${rule}:${strength ?? '-'}`,
      `p:${rule}:${word}`,
      `p:${rule}:${form}`,
      `p:${rule}:c=${lower}`,
    )
    if (index === 0) features.push(`p1:${rule}`, `p1:${rule}:${form}`, `p1:${rule}:${strength ?? '-'}:${word}`)
  }
  if (!proposed) features.push('p:-', `p:-:${question.proposals.length === 0 ? 'none' : question.proposals[0]?.rule}`)
}

/** The context of a mention: the words before it and its verb. */
function contextFeatures(frame: ParsedParagraph, mention: Mention, relation: string, features: string[]): void {
  // "the Rev. Ana Lima": the article before a name carries no information.
  const article = mention.kind === 'name' && frame.tokens[mention.from - 1]?.lower === 'the' ? 1 : 0
  const left = frame.tokens[mention.from - 1 - article]
  const leftClass = wordClass(frame, mention.from - 1 - article)
  const right = wordClass(frame, mention.to)
  const further = wordClass(frame, mention.to + 1)
  features.push(
    `L:${leftClass}:${mention.kind}`,
    `R:${right}:${mention.kind}`,
    `R:${relation}:${right}`,
    `RR:${right}${further}`,
  )
  features.push(`LR:${leftClass}${right}:${relation}`)
  if (left !== undefined && prepositions.has(left.lower))
    features.push(`L=${left.lower}`, `L=${left.lower}:${relation}`)
  const sentence = frame.sentenceOf(mention.head)
  if (mention.from === sentence.from) features.push(`first:${mention.kind}`, `first:${relation}:${right}`)
  const verb = cueOf(frame, mention.to)
  if (verb >= 0) {
    const lower = frame.tokens[verb]?.lower ?? ''
    features.push(`v:${cueStrength(lower)}:${relation}`, `v=${lower}`, `v=${lower}:${relation}`)
  }
  if (left !== undefined && cueStrength(left.lower) !== undefined && !left.capital) {
    features.push(`u:${cueStrength(left.lower)}:${relation}`, `u=${left.lower}:${relation}`)
  }
}

function entityFeatures(situation: Situation, mention: Mention, relation: string, features: string[]): void {
  const { entity } = mention
  if (entity === null) return
  const side = relation.charAt(0)
  if (entity.person > 0) features.push('e:person', `e:person:${relation}`)
  if (entity.organisation) features.push('e:organisation', `e:organisation:${side}`)
  features.push(
    `e:words:${Math.min(4, entity.words.length)}`,
    `e:mentions:${Math.min(6, Math.ceil(Math.log2(1 + entity.mentions)))}`,
  )
  features.push(`e:own:${Math.min(3, mention.to - mention.from)}:${relation}`)
  if (mention.name?.possessive === true) features.push(`e:possessive:${relation}`)
  if (entity.place) features.push('e:place', `e:place:${relation}`)
  if (capitalsPattern.test(entity.name)) features.push('e:capitals')
  if (situation.text.includes(entity.last)) features.push('e:inside', `e:inside:${relation}`)
}

function previousFeatures(situation: Situation, mention: Mention, relation: string, features: string[]): void {
  const { previous, question, form, frame, quote } = situation
  if (previous?.mention == null) return
  const gap = question.frame - previous.frame
  if (gap > 2) return
  const near =
    gap === 0 ? (frame.quoteToken(previous.span) >= frame.sentenceOf(quote).from ? 'same' : 'para') : `gap${gap}`
  const same = previous.mention.frame === mention.frame && previous.mention.head === mention.head
  const someone = previous.mention.entity !== null && previous.mention.entity === mention.entity
  const state = same ? 'mention' : someone ? 'entity' : 'other'
  features.push(`z:${state}:${near}`, `z:${state}:${near}:${form}`, `z:${state}:${near}:${relation}`)
  if (same) features.push(`z:mention:${near}:${mention.kind}`, `z:mention:${situation.solo}:${near}`)
  if (frame.spans[question.span]?.continued === true) features.push(`z:${state}:continued`)
}

function nobody({ form, solo, question, frame }: Situation): string[] {
  const kinds = new Set(question.candidates.map((mention) => mention.kind))
  return [
    'nobody',
    `nobody:${form}`,
    `nobody:solo:${solo}`,
    `nobody:proposed:${question.proposals[0]?.rule ?? '-'}`,
    `nobody:names:${kinds.has('name')}`,
    `nobody:continued:${frame.spans[question.span]?.continued ?? false}`,
  ]
}
