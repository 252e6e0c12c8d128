import type { Article } from '../../../corpus/article/article.ts'
import type { Claim } from '../extract/claim.ts'

/** Reports, as positions, that are taken for one fact. */
export interface Group {
  readonly members: readonly number[]
  /** One member of each article. */
  readonly byArticle: ReadonlyMap<Article, number>
}

/** Groups that grow by being joined. */
export interface Groups {
  /** Joins the groups of two reports where `mayJoin`, which gets the larger one first, allows it. */
  join(a: number, b: number): void
  of(at: number): Group
  all(): readonly Group[]
}

interface Growing {
  readonly members: number[]
  readonly byArticle: Map<Article, number>
}

/** A group for each report. */
export function createGroups(reports: readonly Claim[], mayJoin: (larger: Group, smaller: Group) => boolean): Groups {
  const groups: Growing[] = reports.map(({ article }, at) => ({ members: [at], byArticle: new Map([[article, at]]) }))
  const of = (at: number): Growing => groups[at] ?? { members: [at], byArticle: new Map() }
  return {
    of,
    join(a, b) {
      const [left, right] = [of(a), of(b)]
      if (left === right) return
      const [larger, smaller] = left.members.length >= right.members.length ? [left, right] : [right, left]
      if (!mayJoin(larger, smaller)) return
      for (const at of smaller.members) {
        larger.members.push(at)
        groups[at] = larger
      }
      for (const [article, at] of smaller.byArticle)
        if (!larger.byArticle.has(article)) larger.byArticle.set(article, at)
    },
    all: () => [...new Set(groups)],
  }
}
