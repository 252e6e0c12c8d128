import type { Article } from '../../corpus/article/article.ts'

type HasId = Pick<Article, 'id'>

const shortest = 3

function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

/** The shortest prefix of an id, at least three characters long, that no other article's id begins with. */
export function shortId(articles: readonly HasId[], id: string): string {
  const shared = articles.reduce(
    (most, other) => (other.id === id ? most : Math.max(most, commonPrefix(id, other.id))),
    0,
  )
  return id.slice(0, Math.max(shortest, shared + 1))
}

/** The articles that `prefix` may mean: the one with exactly this id or file, otherwise those whose id begins with it. */
export function articlesByPrefix<A extends Pick<Article, 'id' | 'file'>>(
  articles: readonly A[],
  prefix: string,
): readonly A[] {
  const exact = articles.filter(({ id, file }) => id === prefix || file === prefix)
  return exact.length > 0 ? exact : articles.filter(({ id }) => id.startsWith(prefix))
}
