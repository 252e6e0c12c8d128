import type { Article } from '../../src/corpus/article/article.ts'
import { parseArticle } from '../../src/corpus/parse-article.ts'

/** The article of a page. */
export function readPage(html: string): Promise<Article> {
  return parseArticle('page.html', html, '')
}

/** The texts of a page's paragraphs. */
export async function paragraphsOf(html: string): Promise<string[]> {
  return (await readPage(html)).paragraphs.map(({ text }) => text)
}

/** A page whose story is long enough for Readability to be sure of it. */
export function storyPage(body: string): string {
  const sentence =
    'The boats of the northern line lie in the mud from November on, and only one of them sails in the winter.'
  const paragraphs = Array.from({ length: 6 }, (_, at) => `<p>${sentence} (${at})</p>`).join('\n')
  return `<!doctype html><html><head><title>The winter boat</title></head><body>${body.replace('STORY', paragraphs)}</body></html>`
}
