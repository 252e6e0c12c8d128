import type { ParagraphForm } from '../../../article/article.ts'

const nonSpace = /\S/

/** The run that a text of the page belongs to. Texts of one run have the same number. */
export interface RunPart {
  readonly run: number
  /** Whether a line break comes before the text. */
  readonly isAfterBreak: boolean
  /** Whether the run is in a heading, the caption of a picture or table, or navigation; the outermost of them counts. */
  readonly within: 'heading' | 'caption' | 'navigation' | null
  /** What the markup says that the run is. */
  readonly form: ParagraphForm | null
  /** The table and the cell that the text is in, numbered within the page; null outside tables of data. */
  readonly cell: { readonly table: number; readonly cell: number } | null
}

/** Where a text of the page is. */
export type TextPlace = Pick<RunPart, 'within' | 'form' | 'cell'> & { readonly isPreformatted: boolean }

/**
 * Numbers the runs of inline content of a page. Its methods must be called in document order. A run ends where a block begins or ends, and
 * at two line breaks (`<br>`, or line breaks in preformatted text) with only white space between them. A single line break is white space.
 * A row of a table of data is one run, whatever is in it.
 */
export class RunNumbering {
  #run = 0
  #breaks = 0
  #isInRow = false

  /** Begins or ends a row of a table of data. */
  rowBoundary(isInRow: boolean): void {
    this.#isInRow = false
    this.blockBoundary()
    this.#isInRow = isInRow
  }

  blockBoundary(): void {
    if (this.#isInRow) this.#breaks = 1
    else {
      this.#run += 1
      this.#breaks = 0
    }
  }

  lineBreak(): void {
    if (this.#isInRow) this.#breaks = 1
    else if (++this.#breaks === 2) this.#run += 1
  }

  /** Splits a text into the parts of its runs, in order. Joined, they are the text again. */
  parts(text: string, place: TextPlace): (RunPart & { readonly text: string })[] {
    const { within, form, cell, isPreformatted } = place
    const parts: (RunPart & { text: string })[] = []
    for (const [at, line] of (isPreformatted ? text.split('\n') : [text]).entries()) {
      if (at > 0) this.lineBreak()
      const shown = at > 0 ? `\n${line}` : line
      const part = parts.at(-1)
      if (part?.run === this.#run) part.text += shown
      else parts.push({ run: this.#run, isAfterBreak: this.#breaks > 0, within, form, cell, text: shown })
      if (nonSpace.test(line)) this.#breaks = 0
    }
    return parts
  }
}
