import type { Article, Paragraph } from '../article/article.ts'

// Footers, appeals and notices that a site prints under each of its texts. What several articles report in the same words is far from being in
// a quarter of all files.

const minFiles = 10
const minShare = 0.25
/** Shorter paragraphs ("Yes.") are repeated by chance. */
const minLength = 20

/** Whether a paragraph is body text, apart from how often it occurs. */
function isBody({ kind, isRepeated }: Paragraph): boolean {
  return kind === 'body' || isRepeated === true
}

/** The texts that are a paragraph of many articles. */
function repeatedTexts(articles: readonly Article[]): ReadonlySet<string> {
  if (articles.length < minFiles) return new Set()
  const counts = new Map<string, number>()
  for (const { paragraphs } of articles) {
    const texts = paragraphs.filter((one) => isBody(one) && one.text.length >= minLength).map(({ text }) => text)
    for (const text of new Set(texts)) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const minCount = Math.max(minFiles, articles.length * minShare)
  return new Set([...counts].filter(([, count]) => count >= minCount).map(([text]) => text))
}

/**
 * The articles with every paragraph that is word for word in many of them as boilerplate. An article in which nothing changes stays the same
 * object. Earlier results may be among the articles.
 */
export function withoutRepeated(articles: readonly Article[]): Article[] {
  const repeated = repeatedTexts(articles)
  return articles.map((article) => {
    let changed = false
    const paragraphs = article.paragraphs.map((paragraph): Paragraph => {
      const { isRepeated: was = false, ...own } = paragraph
      const is = isBody(paragraph) && repeated.has(paragraph.text)
      if (is === was) return paragraph
      changed = true
      return is ? { ...own, kind: 'boilerplate', isRepeated: true } : { ...own, kind: 'body' }
    })
    return changed ? { ...article, paragraphs } : article
  })
}
