import type { Generation } from '../../../library/generation/generation.ts'
import { oncePerObject } from '../../../resources/once-per-key.ts'

/** How texts are written, which decides by which weights sentences are ranked and judged. */
export type TextStyle = 'pages' | 'news'

/**
 * News has paragraphs of one or two sentences, pages of an encyclopedia have paragraphs of five or more. In UTF-16 units: news on which this
 * was measured has 130 to 260 on average, pages have 700 to 800.
 */
const maxNewsParagraph = 450

/** The style of most texts of a generation, by the mean length of their paragraphs. */
export const textStyle = oncePerObject(({ passages }: Generation): TextStyle => {
  const length = passages.reduce((sum, { paragraph }) => sum + paragraph.text.length, 0)
  return length / Math.max(1, passages.length) <= maxNewsParagraph ? 'news' : 'pages'
})
