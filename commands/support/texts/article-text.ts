import type { ArticleEntry } from '../../../src/answers/articles/list-articles.ts'
import { fixedText } from '../../../src/messages/fixed-text.ts'
import { count } from './count.ts'

/** What a list says about an article besides its title: "2024-03-12 · Harbour Times · 9 paragraphs · 2 quotations". */
export function articleText({ date, outlet, paragraphs, quotations }: ArticleEntry): string {
  const facts = [
    date ?? fixedText('articles.no-date'),
    outlet,
    count(paragraphs, 'paragraph'),
    count(quotations, 'quotation'),
  ]
  return facts.filter((fact) => fact !== null).join(' · ')
}
