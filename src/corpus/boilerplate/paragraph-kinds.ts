import { unicodeRegExp } from '../../language/text/unicode-regexp.ts'
import type { ParagraphKind } from '../article/article.ts'
import { isFurniture } from './boilerplate.ts'
import { isByline } from './bylines.ts'
import { isCaption } from './captions.ts'

// These rules follow the conventions of news pages in general, not those of one publisher.

const markdownHeading = /^#{1,6}\s+\S/
const emphasisOnly = /^(?:\*\*|__)[^*_]+(?:\*\*|__):?$/
const closed = /[.!?\u2026,;:"\u201d\u2019'](?:\)|\])?$/
const listItem = /^(?:[-*+\u2022>|]|\d{1,3}[.)]\s)/
const letter = unicodeRegExp(String.raw`\p{L}`, 'g')
/** A paragraph with fewer letters contains nothing that could be an answer. */
const minLetters = 3
const startsLikeTitle = unicodeRegExp(String.raw`^["'\u201c\u2018(]?[\p{Lu}\p{N}]`)
/** A line that begins like a question and has no closing punctuation is a heading, even at the end of a text. */
const asks = /^(?:what|how|why|who|when|where|which)\s/i
const maxHeadingLength = 100
const maxHeadingWords = 14

function isHeading(text: string, isLast: boolean): boolean {
  if ((isLast && !asks.test(text)) || text.length > maxHeadingLength || text.includes('\n')) return false
  if (emphasisOnly.test(text)) return true
  if (closed.test(text) || listItem.test(text) || !startsLikeTitle.test(text)) return false
  return text.split(/\s+/).length <= maxHeadingWords
}

function saysSomething(text: string): boolean {
  let letters = 0
  for (const _ of letter.matchAll(text)) if (++letters === minLetters) return true
  return false
}

/** The kind of a paragraph, by the conventions of news pages. `isLast`: nothing follows it, so a short line is not a heading. */
export function paragraphKind(text: string, isLast: boolean): ParagraphKind {
  if (markdownHeading.test(text)) return 'heading'
  if (isByline(text)) return 'byline'
  if (isFurniture(text)) return 'boilerplate'
  if (isCaption(text)) return 'caption'
  if (isHeading(text, isLast)) return 'heading'
  return saysSomething(text) ? 'body' : 'boilerplate'
}
