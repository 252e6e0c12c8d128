/**
 * What a paragraph is in its article. Answers come from `body` and `caption`, quotations and facts from `body` alone;
 * a `heading` is searched but not shown; `byline` and `boilerplate` are neither.
 */
export type ParagraphKind = 'body' | 'heading' | 'caption' | 'byline' | 'boilerplate'

/**
 * What a paragraph's markup says it is: a paragraph of a block quote or of a note, a list item, a table's row or header row, code, text that is
 * bold as a whole.
 */
export type ParagraphForm = 'quote' | 'note' | 'item' | 'row' | 'header' | 'code' | 'bold'

/** One block of an article, numbered from 1 as a reader would count. */
export interface Paragraph {
  readonly number: number
  readonly kind: ParagraphKind
  /** The stored text: trimmed, without front matter and date prefix. Offsets into it are UTF-16. */
  readonly text: string
  /** Where the text is in the decoded file, in UTF-16 units, end exclusive; null if it is not there in one piece. */
  readonly fileStart: number | null
  readonly fileEnd: number | null
  /** Present if it is boilerplate only because many articles have it word for word. */
  readonly isRepeated?: true
  /** Absent for a plain paragraph. The cells of a row are separated by em spaces. */
  readonly form?: ParagraphForm
  /** The number of the earlier paragraph that it cannot be understood without: a table's header row, the sentence above a list. */
  readonly introducedBy?: number
}

/** A detail of an article's metadata that could not be used. `reason` completes the sentence "KEY …". */
export interface ArticleWarning {
  /** The key in the front matter, or "front matter". */
  readonly key: string
  readonly reason: string
}

/** Where a detail of an article was read. */
export type MetadataSource =
  | 'front matter'
  | 'date line'
  | 'heading'
  | 'byline'
  | 'dateline'
  | 'page'
  | 'file name'
  | 'opening words'

/** Where each detail of an article that is known was read. */
export type MetadataSources = Readonly<Partial<Record<'title' | 'date' | 'outlet' | 'author' | 'url', MetadataSource>>>

/** One file of the corpus. */
export interface Article {
  /** The path below the articles' folder with `/`, without its extension unless another file differs in that alone. */
  readonly id: string
  /** The path below the articles' folder, with `/`. */
  readonly file: string
  readonly title: string
  /** Whether the article or its file's name states its title; otherwise the title is made of its opening words. */
  readonly titleIsOwn: boolean
  /** `YYYY-MM-DD`, or null if the article states none. */
  readonly date: string | null
  readonly outlet: string | null
  /** The names of `authors`, joined with commas, or null. */
  readonly author: string | null
  readonly authors: readonly string[]
  /** An http(s) address, or null. */
  readonly url: string | null
  readonly sources: MetadataSources
  readonly warnings: readonly ArticleWarning[]
  readonly paragraphs: readonly Paragraph[]
  /** SHA-256 of the file's bytes, in hex. */
  readonly hash: string
  /** SHA-256 of the file's decoded text, whatever its encoding and line ends: files that share it are copies. In hex. */
  readonly textHash: string
}
