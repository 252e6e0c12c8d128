import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it'
import definitionLists from 'markdown-it-deflist'
import footnotes from 'markdown-it-footnote'
import { sentences } from '../../language/sentences/sentences.ts'
import type { Paragraph, ParagraphKind } from '../article/article.ts'
import { checkParagraphs } from '../article/check-paragraphs.ts'
import { paragraphKind } from '../boilerplate/paragraph-kinds.ts'
import type { Block } from './markdown/block.ts'
import { collectBlocks } from './markdown/collect-blocks.ts'
import type { HtmlText } from './markdown/html-fragment.ts'
import { prepareSource } from './markdown/prepare-source.ts'

// Loaded only if there is a Markdown file (parse-article.ts).

/** The parser leaves out what is nested deeper than 100 levels; a text that comes near is read line by line instead. */
const maxLevel = 90
const tags = /<!--[\s\S]*?(?:-->|$)|<[^<>]*>/g
const visible = /\S/
const lineEnd = /\r\n|[\n\r]/g
const alphanumeric = /[\p{L}\p{N}]/u
const formula = /^\$\$[^$]*\$\$$/
const endsOpen = /[.!?\u2026:;,]["'\u201d\u2019)\]]*$/

/** Tokens that each become a paragraph, if it has text. */
const paragraphTokens: ReadonlySet<string> = new Set(['paragraph_open', 'heading_open', 'tr_open', 'dt_open'])
/** Signs that may begin a mark. The time to parse them grows with the square of their number in a block. */
const markSigns = /[[*_~`<]/g
const brackets = /\[/g
const maxMarkSigns = 20_000
const maxBrackets = 1000
const maxInlineLength = 200_000
/** An HTML block can have thousands of texts. After this many that are not in its source in one piece, the rest are not looked for. */
const maxMissing = 100

function isTooMarked(content: string): boolean {
  if (content.length <= maxBrackets) return false
  if (content.length > maxInlineLength || (content.match(brackets)?.length ?? 0) > maxBrackets) return true
  return (content.match(markSigns)?.length ?? 0) > maxMarkSigns
}

function createParser(readsIndentedCode: boolean): MarkdownIt {
  const parser = new createMarkdownIt({ html: true }).use(footnotes).use(definitionLists)
  parser.core.ruler.disable('footnote_tail')
  parser.inline.ruler.disable('footnote_inline')
  parser.core.ruler.at('inline', ({ tokens, md, env, Token }) => {
    checkParagraphs(tokens.filter(({ type }) => paragraphTokens.has(type)).map(() => 0))
    for (const token of tokens) {
      if (token.type !== 'inline') continue
      const children: Token[] = []
      if (isTooMarked(token.content)) {
        const plain = new Token('text', '', 0)
        plain.content = token.content
        children.push(plain)
      } else md.inline.parse(token.content, md, env, children)
      token.children = children
    }
  })
  if (!readsIndentedCode) parser.block.ruler.disable('code')
  return parser
}

/** The text of an HTML block without its tags, if it cannot be parsed. */
function withoutTags(html: string): HtmlText[] {
  const text = html.replace(tags, ' ').replace(/\s+/g, ' ').trim()
  return text === '' ? [] : [{ text, form: null, kind: null, level: null }]
}

/** Loads the HTML parser only if an HTML block has text. */
async function htmlReader(tokens: readonly Token[]): Promise<(html: string) => readonly HtmlText[]> {
  const hasText = ({ type, content }: Token) => type === 'html_block' && visible.test(content.replace(tags, ''))
  if (!tokens.some(hasText)) return () => []
  const { htmlTexts } = await import('./markdown/html-fragment.ts')
  return (html) => {
    try {
      return htmlTexts(html)
    } catch {
      return withoutTags(html)
    }
  }
}

/** Finds the texts of blocks in the file that they come from, in order. */
function sourceFinder(text: string, from: number): (block: Block) => Pick<Paragraph, 'fileStart' | 'fileEnd'> {
  const starts = [from]
  lineEnd.lastIndex = from
  for (let end = lineEnd.exec(text); end !== null; end = lineEnd.exec(text)) starts.push(end.index + end[0].length)
  let last = from
  let missing = 0
  let missingIn: Block['lines'] = null
  return ({ text: shown, lines }) => {
    if (lines !== missingIn) missing = 0
    missingIn = lines
    if (lines === null || missing === maxMissing) return { fileStart: null, fileEnd: null }
    const start = Math.max(last, starts[lines[0]] ?? text.length)
    const at = text.slice(start, starts[lines[1]] ?? text.length).indexOf(shown)
    if (at < 0) {
      missing += 1
      return { fileStart: null, fileEnd: null }
    }
    last = start + at + shown.length
    return { fileStart: start + at, fileEnd: last }
  }
}

/** Whether a block says nothing without the code below it ("Type this:"). */
function needsCode(block: Block, next: Block | undefined): boolean {
  return next?.form === 'code' && block.text.endsWith(':') && sentences(block.text).length === 1
}

function kindOf(block: Block, at: number, blocks: readonly Block[], hasHeadings: boolean): ParagraphKind {
  if (block.kind !== null) return block.kind
  if (formula.test(block.text)) return 'boilerplate'
  if (needsCode(block, blocks[at + 1])) return 'boilerplate'
  if (block.isBold && block.form === null && !endsOpen.test(block.text) && !block.text.includes('\n')) return 'heading'
  // A text that marks its headings has no others.
  const canBeHeading = !hasHeadings && block.form === null && at < blocks.length - 1
  const kind = paragraphKind(block.text, !canBeHeading)
  if (block.form === 'row' && kind === 'boilerplate' && alphanumeric.test(block.text)) return 'body'
  return kind
}

/** The paragraphs of a Markdown text. */
export interface MarkdownText {
  readonly paragraphs: readonly Paragraph[]
  /** The heading that the text begins with, apart from bylines and what the page prints; null if it begins with other text. */
  readonly openingHeading: { readonly text: string; readonly level: number } | null
}

/**
 * Parses a Markdown text (CommonMark, with tables and footnotes) from an offset on. A paragraph is a block: a paragraph, a heading, a list
 * item, a row of a table, a paragraph of a block quote, a block of code. Null if the text is nested too deep to be parsed.
 * @throws BadFile if the paragraphs are too many or too long.
 */
export async function parseMarkdown(text: string, from: number): Promise<MarkdownText | null> {
  const source = prepareSource(text.slice(from))
  const tokens = createParser(!source.indentsNotes).parse(source.text, {})
  if (tokens.some(({ level }) => level > maxLevel)) return null
  const blocks = collectBlocks(tokens, await htmlReader(tokens))
  // The kinds are the slow part.
  checkParagraphs(blocks.map(({ form, text: shown }) => (form === 'code' ? 0 : shown.length)))
  const hasHeadings = blocks.some(({ level }) => level !== null)
  const find = sourceFinder(text, from)
  const paragraphs = blocks.map((block, at): Paragraph => {
    const { introducedBy } = block
    const kind = kindOf(block, at, blocks, hasHeadings)
    const form = block.form ?? (block.isBold && kind === 'body' ? 'bold' : null)
    return {
      number: at + 1,
      kind,
      text: block.text,
      ...find(block),
      ...(form !== null && { form }),
      ...(introducedBy !== null && form !== 'code' && { introducedBy: introducedBy + 1 }),
    }
  })
  const opening = paragraphs.findIndex(({ kind }) => kind === 'body' || kind === 'heading')
  const level = blocks[opening]?.level ?? null
  return {
    paragraphs,
    openingHeading: level === null ? null : { text: blocks[opening]?.text ?? '', level },
  }
}
