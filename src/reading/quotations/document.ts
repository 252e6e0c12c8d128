import type { Article, Paragraph } from '../../corpus/article.ts'
import { createFrame, type Frame, spellingOf, withoutAsides } from './frame.ts'
import { findMentions, type Mention } from './mentions.ts'
import { createNameBook, type NameBook } from './name-book.ts'
import { findNames, type Spelling } from './names.ts'
import { findSpans, type Span } from './spans.ts'
import { type Token, tokenize } from './tokens.ts'

/** An article prepared for reading: its body paragraphs as frames, and everyone it names. */
export interface Document {
  readonly frames: readonly Frame[]
  readonly book: NameBook
  /** The mentions of each frame, in order. */
  readonly mentions: readonly (readonly Mention[])[]
}

export function readDocument(article: Article): Document {
  const body = article.paragraphs.filter((paragraph) => paragraph.kind === 'body')
  const spans = spansOf(body)
  const tokens = body.map((paragraph, index) => withoutAsides(tokenize(paragraph.text, spans[index] ?? [])))
  const seen = spellingOf(tokens)
  const frames = body.map((paragraph, index) => createFrame(paragraph, spans[index] ?? [], tokens[index] ?? [], seen))
  const book = readNames(article, frames, seen)
  return { frames, book, mentions: frames.map((frame, index) => findMentions(frame, index, book)) }
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

function readNames(article: Article, frames: readonly Frame[], seen: Spelling): NameBook {
  const book = createNameBook()
  for (const frame of frames) {
    if (isHeadline(frame.tokens)) continue
    for (const name of frame.names) book.add(frame.tokens, name)
    for (const span of frame.spans) {
      const inner = tokenize(frame.paragraph.text.slice(span.start, span.end), [])
      for (const name of findNames(inner, seen)) book.add(inner, name)
    }
  }
  for (const paragraph of article.paragraphs) {
    if (paragraph.kind !== 'caption') continue
    const tokens = tokenize(paragraph.text, [])
    for (const name of findNames(tokens, seen)) book.add(tokens, name)
  }
  book.close()
  return book
}

const HEADLINE = 0.9

/** In a headline every longer word has a capital, which tells no names. */
function isHeadline(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word' && token.text.length > 3)
  return (
    words.length > 4 &&
    tokens.every((token) => token.kind !== 'quote') &&
    words.filter((token) => token.capital).length / words.length > HEADLINE
  )
}
