import type { Token } from 'markdown-it'
import { neverDisplayed, replaced } from '../html/tree/hidden-elements.ts'
import { cleanText } from './clean-text.ts'
import { foldBlanks } from './fold-blanks.ts'

/** An expression of a note-taking program, which shows its value. */
const query = /^(?:\$= ?dv\b|= ?(?:this\.|dateformat\(|choice\()).*$/
const tagName = /^<(\/?)([a-z][\w-]*)/i
/** The text of a link that leads to a note on the same page. */
const noteMark = /^\[?(?:\d{1,3}|[*\u2020\u2021\u21a9]\ufe0e?)\]?$/

/** The content of a block, as a reader sees it. */
export interface InlineText {
  readonly text: string
  /** Whether all of it is bold. */
  readonly isBold: boolean
}

interface Part {
  text: string
  /** Whether it is shown as it is. */
  readonly isCode: boolean
}

/** Collects the parts of a block's content that are displayed. */
class InlineParts {
  readonly parts: Part[] = []
  hasPlain = false
  #strong = 0
  /** The element that is open and not displayed. */
  #hidden: string | null = null
  /** Where the link that is open began: the length of the last part, and the number of parts. */
  #noteLink: { readonly parts: number; readonly length: number } | null = null

  add(text: string, isCode = false): void {
    if (this.#hidden !== null || text === '') return
    if (this.#strong === 0 && text.trim() !== '') this.hasPlain = true
    const last = this.parts.at(-1)
    if (last !== undefined && !isCode && !last.isCode) last.text += text
    else this.parts.push({ text, isCode })
  }

  tag(html: string): void {
    const [, slash, name = ''] = tagName.exec(html) ?? []
    const tag = name.toLowerCase()
    if (tag === 'br') this.add('\n')
    if (!neverDisplayed.has(tag) && !replaced.has(tag)) return
    if (slash === '/') {
      if (this.#hidden === tag) this.#hidden = null
    } else if (!html.endsWith('/>') && this.#hidden === null) this.#hidden = tag
  }

  strong(change: 1 | -1): void {
    this.#strong += change
  }

  openLink(address: string): void {
    if (address.startsWith('#'))
      this.#noteLink = { parts: this.parts.length, length: this.parts.at(-1)?.text.length ?? 0 }
  }

  closeLink(): void {
    const link = this.#noteLink
    this.#noteLink = null
    if (link === null) return
    const before = this.parts[link.parts - 1]
    const grown = before?.text.slice(link.length) ?? ''
    const label =
      grown +
      this.parts
        .slice(link.parts)
        .map(({ text }) => text)
        .join('')
    if (!noteMark.test(label.trim())) return
    this.parts.length = link.parts
    if (before !== undefined) before.text = before.text.slice(0, link.length)
  }
}

const addToken: Readonly<Record<string, (into: InlineParts, token: Token) => void>> = {
  text: (into, { content }) => into.add(content),
  text_special: (into, { content }) => into.add(content),
  code_inline: (into, { content }) => into.add(content.replace(query, ''), true),
  softbreak: (into) => into.add(' '),
  hardbreak: (into) => into.add('\n'),
  html_inline: (into, { content }) => into.tag(content),
  strong_open: (into) => into.strong(1),
  strong_close: (into) => into.strong(-1),
  link_open: (into, token) => into.openLink(String(token.attrGet('href') ?? '')),
  link_close: (into) => into.closeLink(),
}

/** The text of inline tokens as a reader sees it: without marks, addresses, pictures, tags and marks of notes. */
export function inlineText(tokens: readonly Token[]): InlineText {
  const into = new InlineParts()
  for (const token of tokens) addToken[token.type]?.(into, token)
  const shown = into.parts.map((part) => (part.isCode ? part.text : cleanText(part.text))).join('')
  const text = foldBlanks(shown).replaceAll('\t', ' ').replace(/\n+/g, '\n').trim()
  return { text, isBold: !into.hasPlain && text !== '' }
}
