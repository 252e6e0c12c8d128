import { plainLine } from '../../../../language/tokens/normalise.ts'
import { cellSpace } from '../../../article/cell-space.ts'
import { type PageElement, type PageNode, PageText } from './readable-dom.ts'
import type { RunPart } from './run-numbering.ts'

const nonSpace = /\S/

/** The text of a page between two block boundaries. */
export interface InlineRun {
  /** On one line, with white space collapsed as in a browser. Never empty. */
  readonly text: string
  readonly within: RunPart['within']
  readonly form: RunPart['form']
  /** The number of the table that it is a row of, or null. */
  readonly table: number | null
  /** The position of the text in the source, in UTF-16 units; null if it is not there in one piece. */
  readonly source: { readonly start: number; readonly end: number } | null
}

/** The texts in a node, in order. */
function textsOf(node: PageNode, found: PageText[] = []): PageText[] {
  if (node instanceof PageText) found.push(node)
  else for (let child = node.firstChild; child !== null; child = child.nextSibling) textsOf(child, found)
  return found
}

/** Finds the positions of texts in the source that they come from. The texts of one node must be requested in their order. */
class SourceSearch {
  readonly #source: string
  #node: PageText['source'] = null
  #from = 0

  constructor(source: string) {
    this.#source = source
  }

  find(text: string, node: PageText): InlineRun['source'] {
    if (node.source === null) return null
    if (node.source !== this.#node) this.#from = node.source.start
    this.#node = node.source
    const at = this.#source.slice(this.#from, node.source.end).indexOf(text)
    const start = this.#from + at
    // After one text that is missing from the source, the rest are not searched, so that the time per node does not grow with their number.
    this.#from = at < 0 ? node.source.end : start + text.length
    return at < 0 ? null : { start, end: start + text.length }
  }
}

/** The text of a run; the cells of a row are separated like those of a Markdown table. */
function shownText(texts: readonly PageText[]): string {
  const cells: string[] = []
  let last: number | undefined
  for (const { part, textContent } of texts) {
    const shown = part.isAfterBreak ? ` ${textContent}` : textContent
    if (cells.length > 0 && part.cell?.cell === last) cells.push(`${cells.pop()}${shown}`)
    else cells.push(shown)
    last = part.cell?.cell
  }
  return cells
    .map(plainLine)
    .filter((cell) => cell !== '')
    .join(cellSpace)
}

/** Reads the runs of what is left of a page, in page order. Every text is in one of them. */
export function inlineRuns(content: PageElement, source: string): InlineRun[] {
  const search = new SourceSearch(source)
  const runs: InlineRun[] = []
  let texts: PageText[] = []
  const endRun = () => {
    const [first] = texts
    const shown = texts.filter(({ textContent }) => nonSpace.test(textContent))
    const [only, ...others] = shown
    const text = shownText(texts)
    texts = []
    if (first === undefined || text === '') return
    runs.push({
      text,
      within: first.part.within,
      form: first.part.form,
      table: first.part.cell?.table ?? null,
      source: only === undefined || others.length > 0 ? null : search.find(text, only),
    })
  }
  for (const node of textsOf(content)) {
    if (texts[0] !== undefined && texts[0].part.run !== node.part.run) endRun()
    texts.push(node)
  }
  endRun()
  return runs
}
