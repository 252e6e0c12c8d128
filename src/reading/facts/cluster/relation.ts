/** A symmetric relation between objects. */
export interface Relation<Member> {
  add(a: Member, b: Member): void
  has(a: Member, b: Member): boolean
}

/** A relation that holds between no two objects yet. */
export function createRelation<Member>(): Relation<Member> {
  const related = new Map<Member, Set<Member>>()
  const enter = (from: Member, to: Member) => {
    const known = related.get(from)
    if (known === undefined) related.set(from, new Set([to]))
    else known.add(to)
  }
  return {
    add(a, b) {
      enter(a, b)
      enter(b, a)
    },
    has: (a, b) => related.get(a)?.has(b) === true,
  }
}
