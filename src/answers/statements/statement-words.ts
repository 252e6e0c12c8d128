import { words } from '../../language/tokens/words.ts'
import type { Statement } from '../../reading/statements/statement.ts'
import { numbering } from '../../resources/numbers/numbering.ts'
import { invert, placeOfRun, rowsOf, rowsWithRarest } from '../../resources/numbers/rows.ts'
import { type Steps, steppedPerObject } from '../../resources/steps.ts'

/** The words of what is said, utterance by utterance, as numbers in flat lists. */
export interface StatementWords {
  /** The distinct folded words; a word's number is its index. */
  readonly words: readonly string[]
  /** The number of a folded word; undefined if nobody says it. */
  readonly numberOf: ReadonlyMap<string, number>
  /** The words of all utterances. */
  readonly said: Uint32Array
  /** Where the words of each utterance begin; the last entry is the number of all words. */
  readonly starts: Uint32Array
  /** The utterances with a word, ascending. */
  readonly utterancesWith: (word: number) => Uint32Array
  /** The statement of each utterance. */
  readonly statementAt: (utterance: number) => Statement | undefined
}

function* readStatementWords(statements: readonly Statement[]): Steps<StatementWords> {
  const owners = statements.flatMap((statement) => statement.map(() => statement))
  const utterances = statements.flat()
  const numbers = numbering<string>()
  const rows = yield* rowsOf(utterances, ({ content }) =>
    words(content.text).map(({ folded }) => numbers.indexOf(folded)),
  )
  const { numbers: said, starts } = rows
  const all = numbers.all()
  return {
    words: all,
    numberOf: numbers.lookup(),
    said,
    starts,
    utterancesWith: invert(rows, all.length),
    statementAt: (at) => owners[at],
  }
}

const wordsOfStatements = steppedPerObject(readStatementWords)

/** The words of the statements of a generation, read at first use. */
export const statementWords = wordsOfStatements.of
export const prepareStatementWords = wordsOfStatements.prepare

/**
 * The statements of those of some utterances, ascending, that are wanted. `isWanted` gets the range of the words of an utterance in `said`, end
 * exclusive.
 */
export function statementsWhere(
  { starts, statementAt }: StatementWords,
  utterances: Iterable<number>,
  isWanted: (start: number, end: number) => boolean,
): readonly Statement[] {
  const found = new Set<Statement>()
  for (const utterance of utterances) {
    if (!isWanted(starts[utterance] ?? 0, starts[utterance + 1] ?? 0)) continue
    const statement = statementAt(utterance)
    if (statement !== undefined) found.add(statement)
  }
  return [...found]
}

/** The statements in which some folded words are consecutive. */
export function statementsWithRow(all: StatementWords, row: readonly string[]): readonly Statement[] {
  const wanted = row.flatMap((word) => all.numberOf.get(word) ?? [])
  if (wanted.length < row.length) return []
  const likely = rowsWithRarest(wanted, all.utterancesWith)
  return statementsWhere(all, likely, (start, end) => placeOfRun(all.said, wanted, start, end) >= 0)
}
