import type { Token } from 'markdown-it'
import type { ParagraphForm } from '../../article/article.ts'
import { cellSpace } from '../../article/cell-space.ts'
import type { Block } from './block.ts'
import type { HtmlText } from './html-fragment.ts'
import { inlineText } from './inline-text.ts'

const callout = /^\[!([\w -]+)\][+-]?[ \t]*/
/** The box of a task. */
const taskBox = /^\[[ xX]\][ \t]+/
const endsInColon = /:$/
const breaks: ReadonlySet<string> = new Set(['softbreak', 'hardbreak'])

/** A block that contains others, while its content is collected. */
interface Container {
  readonly form: ParagraphForm | null
  readonly isItem: boolean
  /** The block that introduces the first block in it. */
  readonly introducedBy: number | null
  /** The first block in it, and the last one that is directly in it with nothing after it. */
  first: number | null
  last: number | null
}

/** Collects blocks in reading order, and which block introduces which. */
class BlockCollector {
  readonly blocks: Block[] = []
  readonly #containers: Container[] = [{ form: null, isItem: false, introducedBy: null, first: null, last: null }]

  get #top(): Container {
    const top = this.#containers.at(-1)
    if (top === undefined) throw new Error('a block was closed that was not open')
    return top
  }

  /** The block before the next one, if it introduces what follows. */
  get #introduction(): number | null {
    const { isItem, first, last } = this.#top
    if (last !== null && endsInColon.test(this.blocks[last]?.text ?? '')) return last
    return isItem ? first : null
  }

  #introductionOf(isItem: boolean): number | null {
    const { introducedBy, first } = this.#top
    return isItem && first === null ? introducedBy : this.#introduction
  }

  /** Opens a container. `introducedBy`: the block that introduces it; by default the one before it, or for an item that of its list. */
  open(form: ParagraphForm | null, isItem: boolean, introducedBy = this.#introductionOf(isItem)): void {
    const { form: outer } = this.#top
    this.#containers.push({
      form: outer === 'quote' || outer === 'note' ? outer : (form ?? outer),
      isItem,
      introducedBy,
      first: null,
      last: null,
    })
  }

  close(): void {
    const closed = this.#containers.pop()
    const top = this.#top
    // An item is not the first block of its list, so that the next item has the same introduction.
    if (closed?.isItem !== true) top.first ??= closed?.first ?? null
    top.last = null
  }

  add(block: Pick<Block, 'text'> & Partial<Block>): number | null {
    if (block.text === '') return null
    const top = this.#top
    const at = this.blocks.length
    this.blocks.push({
      form: top.form,
      kind: null,
      level: null,
      isBold: false,
      lines: null,
      introducedBy: top.first === null ? top.introducedBy : null,
      ...block,
    })
    top.first ??= at
    top.last = at
    return at
  }

  /** Adds text that is introduced like a list, but is one block. */
  addIntroduced(block: Pick<Block, 'text'> & Partial<Block>): number | null {
    return this.add({ introducedBy: this.#introduction, ...block })
  }

  interrupt(): void {
    this.#top.last = null
  }
}

/** The inline content of a paragraph that begins a note ("[!note] Title"), without the mark, as its title and the rest. */
function splitCallout(children: readonly Token[]): readonly (readonly Token[])[] {
  const end = children.findIndex(({ type }) => breaks.has(type))
  return end < 0 ? [children] : [children.slice(0, end), children.slice(end + 1)]
}

function isCallout(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.type === 'paragraph_open' && callout.test(tokens[at + 2]?.content ?? '')
}

/** Adds the rows of the table that begins at a token. Returns the index of the token that closes it. */
function addTable(into: BlockCollector, tokens: readonly Token[], from: number): number {
  let header: number | null = null
  let isHeader = false
  let cells: string[] = []
  let at = from
  for (; tokens[at] !== undefined && tokens[at]?.type !== 'table_close'; at++) {
    const token = tokens[at]
    if (token?.type === 'thead_open') isHeader = true
    if (token?.type === 'thead_close') isHeader = false
    if (token?.type === 'tr_open') cells = []
    if (token?.type === 'inline') cells.push(inlineText(token.children ?? []).text.replaceAll('\n', ' '))
    if (token?.type !== 'tr_close') continue
    const text = cells.join(cellSpace).trim()
    if (isHeader) header = into.addIntroduced({ text, form: 'header', kind: 'heading' })
    else if (header === null) into.addIntroduced({ text, form: 'row' })
    else into.add({ text, form: 'row', introducedBy: header })
  }
  into.interrupt()
  return at
}

/** The blocks of a parsed Markdown text. `readHtml` reads the texts of an HTML block. */
export function collectBlocks(tokens: readonly Token[], readHtml: (html: string) => readonly HtmlText[]): Block[] {
  const into = new BlockCollector()
  let level: number | null = null
  let isTerm = false
  let term: number | null = null
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    switch (token?.type) {
      case 'heading_open':
        level = Number(token.tag.slice(1))
        break
      case 'heading_close':
        level = null
        into.interrupt()
        break
      case 'inline': {
        const children = token.children ?? []
        const [mark, type] = callout.exec(token.content) ?? []
        const isTitled = mark !== undefined && tokens[at - 2]?.type === 'blockquote_open'
        for (const [part, content] of (isTitled ? splitCallout(children) : [children]).entries()) {
          const { text, isBold } = inlineText(content)
          const isTask = tokens[at - 2]?.type === 'list_item_open'
          const shown = isTitled && part === 0 ? text.replace(callout, '') : isTask ? text.replace(taskBox, '') : text
          const isLabel = isTitled && shown.toLowerCase() === type?.toLowerCase()
          const kind = level !== null || isTerm ? 'heading' : isLabel ? 'boilerplate' : null
          const added = into.add({ text: shown, isBold, level, kind, lines: token.map })
          if (isTerm) term = added
        }
        break
      }
      case 'dt_open':
        isTerm = true
        break
      case 'dt_close':
        isTerm = false
        break
      case 'dd_open':
        into.open('item', true, term)
        break
      case 'bullet_list_open':
      case 'ordered_list_open':
        into.open(null, false)
        break
      case 'list_item_open':
        into.open('item', true)
        break
      case 'blockquote_open':
        into.open(isCallout(tokens, at) ? 'note' : 'quote', false)
        break
      case 'footnote_reference_open':
        into.interrupt()
        into.open(null, false)
        break
      case 'bullet_list_close':
      case 'ordered_list_close':
      case 'list_item_close':
      case 'blockquote_close':
      case 'footnote_reference_close':
      case 'dd_close':
        into.close()
        break
      case 'table_open':
        at = addTable(into, tokens, at)
        break
      case 'fence':
      case 'code_block':
        into.addIntroduced({ text: token.content.trim(), form: 'code', kind: 'boilerplate', lines: token.map })
        into.interrupt()
        break
      case 'html_block':
        for (const text of readHtml(token.content)) into.add({ ...text, lines: token.map })
        break
      case 'hr':
        into.interrupt()
    }
  }
  return into.blocks
}
