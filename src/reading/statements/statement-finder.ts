import type { Weighed } from './weighed-utterance.ts'

/** Up to this many statements are all compared. */
const fewStatements = 200
/** A term in more than this share of the utterances says little, and the list of those that have it is long. */
const commonShare = 1 / 20

/** Finds the statements that an utterance may belong to: those that have one of its rarest terms. */
export interface StatementFinder<Statement> {
  /** Adds an utterance of a statement. */
  add(statement: Statement, one: Weighed): void
  /**
   * The statements that have one of its rarest terms, by the rarest of these, then in the order in which they were added. If they are many,
   * only those with an utterance that may share enough of its weight, by `mayBeAlike`.
   */
  near(one: Weighed): Iterable<Statement>
}

/** Whether two utterances of these weights may be of one statement if the terms that both have weigh at most this much. */
export type MayBeAlike = (total: number, other: number, atMost: number) => boolean

/** `all` are the utterances that will be added or looked for. */
export function createStatementFinder<Statement extends object>(
  all: readonly Weighed[],
  weightOf: (term: number) => number,
  mayBeAlike: MayBeAlike,
): StatementFinder<Statement> {
  const holders = new Map<number, number>()
  for (const { terms } of all) for (const term of terms) holders.set(term, (holders.get(term) ?? 0) + 1)
  const isCommon = (term: number): boolean => (holders.get(term) ?? 0) > all.length * commonShare

  /** The statements of each rare term, with their places in the order in which they were added to it. */
  const byRareTerm = new Map<number, Map<Statement, number>>()
  /** The statement and the weight of each utterance that was added. */
  const statements: Statement[] = []
  const totals = new Float64Array(all.length)
  /** The indexes in `statements` of the utterances that have each term. */
  const byTerm = new Map<number, number[]>()
  /** The weight of the terms that each of them shares with another utterance; 0 between two calls. */
  const sums = new Float64Array(all.length)

  function* allNear({ rare }: Weighed): Generator<Statement> {
    const given = new Set<Statement>()
    for (const term of rare) {
      for (const statement of byRareTerm.get(term)?.keys() ?? []) {
        if (!given.has(statement)) yield statement
        given.add(statement)
      }
    }
  }

  /** Adds up what utterances share with this one, except its common terms; gives their indexes, and the weight of these terms. */
  function addSharedBy({ terms, rare }: Weighed): { readonly found: readonly number[]; readonly left: number } {
    const found: number[] = []
    let left = 0
    for (const term of terms) {
      const weight = weightOf(term)
      // Only statements that share a rare term are wanted, and these terms are never skipped.
      if (isCommon(term) && !rare.includes(term)) {
        left += weight
        continue
      }
      for (const index of byTerm.get(term) ?? []) {
        if (sums[index] === 0) found.push(index)
        sums[index] = (sums[index] ?? 0) + weight
      }
    }
    return { found, left }
  }

  /** Where `allNear` would give a statement, or null: the index of the rare term, and the statement's place there. */
  function placeOf(statement: Statement, { rare }: Weighed): readonly [number, number] | null {
    for (const [index, term] of rare.entries()) {
      const place = byRareTerm.get(term)?.get(statement)
      if (place !== undefined) return [index, place]
    }
    return null
  }

  function likelyNear(one: Weighed): readonly Statement[] {
    const likely = new Set<Statement>()
    const { found, left } = addSharedBy(one)
    for (const index of found) {
      const atMost = (sums[index] ?? 0) + left
      sums[index] = 0
      if (!mayBeAlike(totals[index] ?? 0, one.total, atMost)) continue
      const statement = statements[index]
      if (statement !== undefined) likely.add(statement)
    }
    return [...likely]
      .flatMap((statement) => {
        const place = placeOf(statement, one)
        return place === null ? [] : [{ statement, place }]
      })
      .sort(({ place: a }, { place: b }) => a[0] - b[0] || a[1] - b[1])
      .map(({ statement }) => statement)
  }

  return {
    add(statement, one) {
      for (const term of one.rare) {
        const known = byRareTerm.get(term)
        if (known === undefined) byRareTerm.set(term, new Map([[statement, 0]]))
        else if (!known.has(statement)) known.set(statement, known.size)
      }
      const index = statements.push(statement) - 1
      totals[index] = one.total
      for (const term of one.terms) {
        const known = byTerm.get(term)
        if (known === undefined) byTerm.set(term, [index])
        else known.push(index)
      }
    },
    near(one) {
      const many = one.rare.reduce((sum, term) => sum + (byRareTerm.get(term)?.size ?? 0), 0)
      return many <= fewStatements ? allNear(one) : likelyNear(one)
    },
  }
}
