import { sentences } from '../text/sentences.ts'
import type { Paragraph } from './article.ts'

const longestTitle = 72
const markdownHeading = /^#{1,6}\s+(.+?)\s*#*$/

/** The opening words of a text, cut at a word with "…" where it is longer than `most` UTF-16 units. */
export function openingWords(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ')
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  const atWord = cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut
  return `${atWord.toWellFormed().replace(/[\s,;:\u2013\u2014-]+$/u, '')}…`
}

/** The title of an article without one of its own: its first Markdown heading, else the opening words of its first body sentence. */
export function titleOf(paragraphs: readonly Paragraph[]): string {
  for (const { kind, text } of paragraphs) {
    const heading = kind === 'heading' ? markdownHeading.exec(text)?.[1] : undefined
    if (heading !== undefined) return heading
  }
  const first = paragraphs.find(({ kind }) => kind === 'body') ?? paragraphs[0]
  if (first === undefined) return ''
  const sentence = sentences(first.text)[0]
  return openingWords(sentence ? first.text.slice(sentence.start, sentence.end) : first.text, longestTitle)
}

const dateline =
  /^\p{Lu}[\p{L}\p{M} .,'\u2019/-]{1,60}?\s*(?:[\u2013\u2014-]\s*)?\(((?:\p{Lu}[\p{L}\p{N}&.]*)(?:[ -]\p{Lu}[\p{L}\p{N}&.]*){0,3})\)\s*[\u2013\u2014-]/u
const staff = /^((?:\p{Lu}[\p{L}\p{N}&.]*\s){1,3})Staff(?:\s(?:Writer|Reporter)s?)?(?:\s(\p{Lu}.*))?$/u
const by = /^(?:By|BY|Story by|Words by|Written by)\s+(.+)$/

/** Outlet and author where the text itself states them: in a dateline ("PARIS (AP) —") or a byline ("XYZ Staff Jo Doe", "By Jo Doe"). */
export function creditOf(paragraphs: readonly Paragraph[]): {
  readonly outlet: string | null
  readonly author: string | null
} {
  let outlet: string | null = null
  let author: string | null = null
  for (const { kind, text } of paragraphs) {
    if (kind === 'byline') {
      const desk = staff.exec(text)
      outlet ??= desk?.[1]?.trim() ?? null
      author ??= desk?.[2]?.trim() ?? by.exec(text)?.[1] ?? null
    }
  }
  const opening = paragraphs.find(({ kind }) => kind === 'body')
  if (opening !== undefined) outlet ??= dateline.exec(opening.text)?.[1] ?? null
  return { outlet, author }
}
