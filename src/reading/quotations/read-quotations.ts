import type { Article, Paragraph } from '../../corpus/article.ts'
import { announcement, type Introduction, introduction, saidBefore } from './attribute.ts'
import type { Phrase } from './clauses.ts'
import { createFrame, type Frame, lowerCaseWords, withoutAsides } from './frame.ts'
import { createNameBook, type Entity, type NameBook } from './name-book.ts'
import { findNames } from './names.ts'
import { namesSeen, resolvePronoun, type Seen } from './pronouns.ts'
import type { Quotation } from './quotation.ts'
import { isScareQuote } from './scare-quotes.ts'
import { findSpans, type Span } from './spans.ts'
import { type Token, tokenize } from './tokens.ts'

/**
 * Reads the quotations of an article and who is said to have spoken them. Only body paragraphs hold quotations. Pure and
 * deterministic; its time grows with the length of the text.
 */
export function readQuotations(article: Article): readonly Quotation[] {
  const body = article.paragraphs.filter((paragraph) => paragraph.kind === 'body')
  const spans = spansOf(body)
  const tokens = body.map((paragraph, index) => withoutAsides(tokenize(paragraph.text, spans[index] ?? [])))
  const seenLower = lowerCaseWords(tokens)
  const frames = body.map((paragraph, index) =>
    createFrame(paragraph, spans[index] ?? [], tokens[index] ?? [], seenLower),
  )
  const book = readNames(article, frames, seenLower)
  return attributeAll(frames, book)
}

/** A double mark where a word begins: an article that has one uses single marks for nested speech and apostrophes. */
const DOUBLE_OPENING = /(?:^|[\s([—–])(?:[“"„«]|'')\S/u

function spansOf(body: readonly Paragraph[]): readonly (readonly Span[])[] {
  const singleMarks = !body.some((paragraph) => DOUBLE_OPENING.test(paragraph.text))
  let continuing = false
  return body.map((paragraph) => {
    const spans = findSpans(paragraph.text, continuing, singleMarks)
    continuing = spans.at(-1)?.open ?? false
    return spans
  })
}

const HEADLINE = 0.9

function readNames(article: Article, frames: readonly Frame[], seenLower: ReadonlySet<string>): NameBook {
  const book = createNameBook()
  for (const frame of frames) {
    if (isHeadline(frame.tokens)) continue
    for (const name of frame.names) book.add(frame.tokens, name)
    for (const span of frame.spans) {
      const inner = tokenize(frame.paragraph.text.slice(span.start, span.end), [])
      for (const name of findNames(inner, seenLower)) book.add(inner, name)
    }
  }
  for (const paragraph of article.paragraphs) {
    if (paragraph.kind !== 'caption') continue
    const tokens = tokenize(paragraph.text, [])
    for (const name of findNames(tokens, seenLower)) book.add(tokens, name)
  }
  book.close()
  return book
}

function isHeadline(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word' && token.text.length > 3)
  return (
    words.length > 4 &&
    tokens.every((token) => token.kind !== 'quote') &&
    words.filter((token) => token.capital).length / words.length > HEADLINE
  )
}

interface Attribution {
  readonly speaker: string | null
  readonly entity: Entity | null
  readonly introduction: Introduction | null
  readonly rule: Quotation['rule']
  readonly mention: Quotation['mention']
  readonly cue: string | null
  readonly group: number
}

function attributeAll(frames: readonly Frame[], book: NameBook): readonly Quotation[] {
  const seen: Seen[] = []
  const quotations: Quotation[] = []
  let last: { entity: Entity; frame: number } | null = null
  let previous: Attribution | null = null
  let previousFrame = -1
  let group = 0
  frames.forEach((frame, index) => {
    seen.push(...namesSeen(frame, index, book))
    const found = frame.spans.map((_, span) => introduction(frame, span))
    const announced = announcement(frames[index - 1])
    frame.spans.forEach((span, at) => {
      const own = found[at] ?? null
      if (isScareQuote(frame, at, own)) return
      let attribution: Attribution | null = null
      const before: Attribution | null = previousFrame === index ? previous : null
      const sameSentence =
        before !== null && at > 0 && frame.sentenceOf(frame.quoteToken(at)).from <= frame.quoteToken(at - 1)
      if (span.continued && previous !== null && previousFrame === index - 1) {
        attribution = { ...previous, rule: 'continued' }
      } else if (own !== null && own.phrase !== null && !(sameSentence && own.rule === 'same-sentence')) {
        attribution = resolve(frame, index, own, book, seen, last, ++group)
      } else if (at === 0 && announced !== null && frame.quoteToken(0) === 0) {
        attribution = resolve(frames[index - 1] ?? frame, index - 1, announced, book, seen, last, ++group)
      } else if (before !== null) {
        attribution = { ...before, rule: 'same-paragraph' }
      } else {
        const intro = found.slice(at + 1, at + 4).find((one) => one?.rule === 'cue-after' && one.phrase !== null)
        if (intro) attribution = { ...resolve(frame, index, intro, book, seen, last, ++group), rule: 'same-paragraph' }
        else {
          const said = saidBefore(frame, at)
          if (said !== null)
            attribution = { ...resolve(frame, index, said, book, seen, last, ++group), rule: 'same-paragraph' }
        }
        if (attribution === null && previous !== null && previousFrame >= index - 1)
          attribution = { ...previous, rule: 'stand-alone', group: ++group }
      }
      const done: Attribution = attribution ?? {
        speaker: null,
        entity: null,
        introduction: null,
        rule: 'none',
        mention: null,
        cue: null,
        group: ++group,
      }
      if (done.speaker === null && isUnsupported(frame, at, done.cue)) return
      if (done.entity !== null) last = { entity: done.entity, frame: index }
      previous = done
      previousFrame = index
      const text = frame.paragraph.text.slice(span.start, span.end)
      quotations.push({
        paragraph: frame.paragraph.number,
        start: span.start,
        end: span.end,
        text,
        kind: isDirect(frame, at, done) ? 'direct' : 'partial',
        group: done.group,
        speaker: done.speaker,
        role: null,
        cue: done.cue,
        rule: done.rule,
        mention: done.mention,
        confidence: CONFIDENCE[done.rule],
      })
    })
  })
  return quotations
}

/** Share of right speakers by rule, as measured (docs/quotations.md). */
const CONFIDENCE: Readonly<Record<Quotation['rule'], number>> = {
  'cue-after': 0.96,
  'cue-before': 0.9,
  colon: 0.9,
  'same-sentence': 0.7,
  'same-paragraph': 0.9,
  continued: 0.8,
  'stand-alone': 0.6,
  none: 0,
}

/** Words inside a sentence that names no speaker: one or two of them, or without a cue, are no one's words. */
function isUnsupported(frame: Frame, at: number, cue: string | null): boolean {
  const span = frame.spans[at]
  if (span === undefined || span.open || span.continued) return false
  const quote = frame.quoteToken(at)
  if (frame.sentenceOf(quote).from === quote) return false
  const text = frame.paragraph.text.slice(span.start, span.end)
  return text.split(/\s+/, 3).length <= 2 || (cue === null && !/[.,?!]$/u.test(text))
}

function isDirect(frame: Frame, at: number, done: Attribution): boolean {
  const span = frame.spans[at]
  if (span === undefined) return false
  const text = frame.paragraph.text.slice(span.start, span.end)
  if (span.open || span.continued) return true
  return /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(text) && (/[.,!?…—–-]$/u.test(text) || done.rule === 'cue-after')
}

function resolve(
  frame: Frame,
  index: number,
  own: Introduction,
  book: NameBook,
  seen: readonly Seen[],
  last: { readonly entity: Entity; readonly frame: number } | null,
  group: number,
): Attribution {
  const phrase = own.phrase
  const meant = phrase === null ? null : entityOf(frame, index, phrase, book, seen, last)
  // Without a cue, a lone capitalised word that nothing else in the article supports is too little.
  const entity = meant !== null && own.cue < 0 && meant.person === 0 && meant.mentions < 2 ? null : meant
  const cue = own.cue >= 0 ? (frame.tokens[own.cue]?.text ?? null) : null
  const first = phrase === null ? undefined : frame.tokens[phrase.from]
  const final = phrase === null ? undefined : frame.tokens[phrase.to - 1]
  const mention =
    first === undefined || final === undefined
      ? null
      : { paragraph: frame.paragraph.number, start: first.start, end: final.end }
  const office = phrase !== null && phrase.kind === 'nominal' ? officeOf(frame, phrase, book) : null
  return {
    speaker: entity?.name ?? office,
    entity,
    introduction: own,
    rule: own.rule,
    mention,
    cue,
    group,
  }
}

function entityOf(
  frame: Frame,
  index: number,
  phrase: Phrase,
  book: NameBook,
  seen: readonly Seen[],
  last: { readonly entity: Entity; readonly frame: number } | null,
): Entity | null {
  if (phrase.kind === 'name' && phrase.name !== null) return book.resolve(phrase.name.words) ?? null
  if (phrase.kind !== 'pronoun') return null
  const at = { frame: index, token: phrase.from, sentence: frame.sentenceOf(phrase.from).index }
  return resolvePronoun(frame.tokens[phrase.from]?.lower ?? '', at, seen, last)
}

/** "Lima’s office": the owner by full name, the rest as the article words it. */
function officeOf(frame: Frame, phrase: Phrase, book: NameBook): string | null {
  const name = phrase.name
  if (name === null || !name.possessive) return null
  const entity = book.resolve(name.words)
  const rest = frame.paragraph.text.slice(frame.tokens[name.to]?.start ?? 0, frame.tokens[phrase.to - 1]?.end ?? 0)
  if (!/(?:office|campaign|team|spokesman|spokeswoman|spokesperson|ministry|administration)$/i.test(rest)) return null
  // One form of apostrophe, so that an office has one name whichever form an article is set in.
  return `${entity?.name ?? name.words.join(' ')}${rest.replace("'", '’')}`
}
