import type { Article } from '../../corpus/article/article.ts'
import { oncePerObject } from '../../resources/once-per-key.ts'

type HasId = Pick<Article, 'id'>

const shortest = 3

function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

/** How many letters at its beginning each id shares with another one at most: with the one before or behind it in alphabetical order. */
const sharedLetters = oncePerObject((articles: readonly HasId[]): ReadonlyMap<string, number> => {
  const ids = [...new Set(articles.map(({ id }) => id))].sort()
  return new Map(
    ids.map((id, at) => [id, Math.max(commonPrefix(id, ids[at - 1] ?? ''), commonPrefix(id, ids[at + 1] ?? ''))]),
  )
})

/** The shortest prefix of an article's id, at least three characters long, that no other article's id begins with. */
export function shortId(articles: readonly HasId[], id: string): string {
  const shared = sharedLetters(articles).get(id) ?? id.length
  let length = Math.max(shortest, shared + 1)
  // White space at the end would be lost when it is typed.
  while (length < id.length && /\s/.test(id.charAt(length - 1))) length++
  return id.slice(0, length)
}

/** A short id as it can be typed in a line: in quotes if it has white space. */
export function typedId(id: string): string {
  return /\s/.test(id) ? `"${id}"` : id
}

/** The articles that `prefix` may mean: the one with exactly this id or file, otherwise those whose id begins with it. */
export function articlesByPrefix<A extends Pick<Article, 'id' | 'file'>>(
  articles: readonly A[],
  prefix: string,
): readonly A[] {
  const exact = articles.filter(({ id, file }) => id === prefix || file === prefix)
  return exact.length > 0 ? exact : articles.filter(({ id }) => id.startsWith(prefix))
}
