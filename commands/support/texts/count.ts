import { fixedText } from '../../../src/messages/fixed-text.ts'

const texts = {
  article: 'count.article',
  detail: 'count.detail',
  fact: 'count.fact',
  file: 'count.file',
  paragraph: 'count.paragraph',
  quotation: 'count.quotation',
} as const

/** A number of things: "1 article", "2 articles". */
export function count(n: number, what: keyof typeof texts): string {
  return fixedText(texts[what], { count: n })
}
