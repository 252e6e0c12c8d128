import type { Statement } from '../../reading/statements/statement.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import { oncePerObject } from '../../resources/once-per-key.ts'
import { steppedPerObject } from '../../resources/steps.ts'
import { maxQueryTerms } from '../../search/query/query.ts'
import { termLists } from '../../search/terms/term-lists.ts'

const listsOfStatements = steppedPerObject((statements: readonly Statement[]) =>
  termLists(statements, (statement) =>
    statement.flatMap(({ termSet, statedTerms, aroundTerms }) => [...termSet, ...statedTerms, ...aroundTerms]),
  ),
)

/** The statements of a generation by the terms of what is attributed and of the sentences around. */
export const statementLists = listsOfStatements.of
export const prepareStatementLists = listsOfStatements.prepare

/** The statements that have each of some terms; of more than twelve, only the first twelve count. */
export function statementsWithAll(statements: readonly Statement[], terms: readonly string[]): readonly Statement[] {
  const bitsOf = new Map([...new Set(terms)].slice(0, maxQueryTerms).map((term, at) => [term, 1 << at] as const))
  const all = (1 << bitsOf.size) - 1
  return statementLists(statements).having(bitsOf, (bits) => bits === all)
}

/** The position of the statement of each utterance. */
const placeOfStatement = oncePerObject(
  (statements: readonly Statement[]): ReadonlyMap<Utterance, number> =>
    new Map(statements.flatMap((statement, at) => statement.map((utterance) => [utterance, at] as const))),
)

/** The utterances of each statement that are among some, in the order of all statements. */
export function utterancesByStatement(
  statements: readonly Statement[],
  utterances: ReadonlySet<Utterance>,
): readonly (readonly Utterance[])[] {
  const placeOf = placeOfStatement(statements)
  const places = new Set(Array.from(utterances, (utterance) => placeOf.get(utterance) ?? -1))
  return [...places]
    .sort((a, b) => a - b)
    .map((at) => (statements[at] ?? []).filter((utterance) => utterances.has(utterance)))
}
