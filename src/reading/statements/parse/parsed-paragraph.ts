import type { Paragraph } from '../../../corpus/article/article.ts'
import { findNames, type NamePhrase, type Spelling } from './name-phrases.ts'
import type { Span } from './quote-spans.ts'
import type { Token } from './tokenize.ts'

/** A paragraph as the article's own sentences: each quoted span is a single token. */
export interface ParsedParagraph {
  readonly paragraph: Paragraph
  readonly spans: readonly Span[]
  readonly tokens: readonly Token[]
  readonly names: readonly NamePhrase[]
  /** The name phrase at a token, if any. */
  nameAt(token: number): NamePhrase | undefined
  /** The token range of the sentence a token is in, end exclusive. */
  sentenceOf(token: number): { readonly from: number; readonly to: number; readonly index: number }
  /** The token of a span. */
  quoteToken(span: number): number
}

export function parseParagraph(
  paragraph: Paragraph,
  spans: readonly Span[],
  tokens: readonly Token[],
  seen: Spelling,
): ParsedParagraph {
  const names = findNames(tokens, seen)
  const covering = new Int32Array(tokens.length).fill(-1)
  for (const [index, name] of names.entries()) covering.fill(index, name.from, name.to)
  const starts: number[] = []
  const sentence = new Int32Array(tokens.length)
  const quotes: number[] = []
  tokens.forEach((token, at) => {
    if (at === 0 || (token.initial && !belongsToQuestion(tokens, at, paragraph.text))) starts.push(at)
    sentence[at] = starts.length - 1
    if (token.kind === 'quote') quotes.push(at)
  })
  return {
    paragraph,
    spans,
    tokens,
    names,
    nameAt: (token) => names[covering[token] ?? -1],
    sentenceOf: (token) => {
      const index = sentence[token] ?? 0
      return { from: starts[index] ?? 0, to: starts[index + 1] ?? tokens.length, index }
    },
    quoteToken: (span) => quotes[span] ?? -1,
  }
}

/** A quotation that ends with ? or ! may be mid-sentence: “Why?” she asked. */
function belongsToQuestion(tokens: readonly Token[], at: number, text: string): boolean {
  const before = tokens[at - 1]
  if (before?.kind !== 'quote') return false
  return !/\.["”’')\]]*$/u.test(text.slice(Math.max(before.start, before.end - 4), before.end))
}

/** Collects how an article spells its words. */
export function spellingOf(paragraphs: readonly (readonly Token[])[]): Spelling {
  const lower = new Set<string>()
  const capital = new Set<string>()
  for (const tokens of paragraphs) {
    for (const token of tokens) {
      if (token.kind !== 'word') continue
      if (!token.capital) lower.add(token.lower)
      else if (!token.initial) capital.add(token.lower)
    }
  }
  return { lower, capital }
}

const maxAsideTokens = 8

/** Removes short parentheses, "(R-Utah)", that come between a name and its verb, and the asterisks of Markdown's emphasis. */
export function withoutInsertions(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.text === '*') continue
    if (token.text === '(') {
      let close = at + 1
      while (
        close < tokens.length &&
        close - at <= maxAsideTokens &&
        tokens[close]?.kind !== 'quote' &&
        tokens[close]?.text !== ')'
      )
        close++
      if (tokens[close]?.text === ')') {
        at = close
        continue
      }
    }
    kept.push(token)
  }
  return kept
}
