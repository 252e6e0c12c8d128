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
  /** All groups, in the order of their first members. */
  all(): Iterable<Group>
}

interface Growing {
  readonly members: number[]
  readonly byArticle: Map<Article, number>
}

/** Starts with one group per report. Most reports stay alone, so only groups that were joined are stored. */
export function createGroups(reports: readonly Claim[]): Groups {
  const joined = new Map<number, Growing>()
  const alone = (at: number): Growing => {
    const article = reports[at]?.article
    return { members: [at], byArticle: new Map(article === undefined ? [] : [[article, at]]) }
  }
  const of = (at: number): Growing => joined.get(at) ?? alone(at)
  return {
    of,
    join(a, b, mayJoin) {
      const [left, right] = [of(a), of(b)]
      if (a === b || left === right) return
      const [larger, smaller] = left.members.length >= right.members.length ? [left, right] : [right, left]
      if (!mayJoin(larger, smaller)) return
      larger.members.push(...smaller.members)
      for (const at of larger.members) joined.set(at, larger)
      for (const [article, at] of smaller.byArticle)
        if (!larger.byArticle.has(article)) larger.byArticle.set(article, at)
    },
    *all() {
      const given = new Set<Growing>()
      for (let at = 0; at < reports.length; at++) {
        const group = of(at)
        if (!given.has(group)) yield group
        if (group.members.length > 1) given.add(group)
      }
    },
  }
}
