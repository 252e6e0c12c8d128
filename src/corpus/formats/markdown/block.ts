import type { ParagraphForm, ParagraphKind } from '../../article/article.ts'

/** A block of a Markdown text, in reading order. */
export interface Block {
  /** As a reader sees it. */
  readonly text: string
  readonly form: ParagraphForm | null
  /** Its kind, if its markup says so; otherwise its words decide. */
  readonly kind: ParagraphKind | null
  /** The level of a heading, from 1; null for another block. */
  readonly level: number | null
  readonly isBold: boolean
  /** The index of the block that introduces it: a table's header row, the sentence above a list. */
  readonly introducedBy: number | null
  /** Its lines in the source, from 0, end exclusive; null if they are not known. */
  readonly lines: readonly [number, number] | null
}
