import type { Article } from '../../../corpus/article/article.ts'
import type { Claim } from '../extract/claim.ts'

/** Reports, as indexes, of one fact. */
export interface Group {
  readonly members: readonly number[]
  /** One member per article. */
  readonly byArticle: ReadonlyMap<Article, number>
}

/** Groups that grow by merging. */
export interface Groups {
  /** Merges the groups of two reports if `mayJoin` allows it; it gets the larger group first. */
  join(a: number, b: number, mayJoin: (larger: Group, smaller: Group) => boolean): void
  of(at: number): Group
  all(): readonly Group[]
}

interface Growing {
  readonly members: number[]
  readonly byArticle: Map<Article, number>
}

/** Starts with one group per report. */
export function createGroups(reports: readonly Claim[]): Groups {
  const groups: Growing[] = reports.map(({ article }, at) => ({ members: [at], byArticle: new Map([[article, at]]) }))
  const of = (at: number): Growing => groups[at] ?? { members: [at], byArticle: new Map() }
  return {
    of,
    join(a, b, mayJoin) {
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
