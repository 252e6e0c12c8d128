import { isVerbStem } from '../../../language/vocabulary/verbs.ts'
import type { QueryTerm } from '../../../search/terms/query-terms.ts'

/** The agents and patients of a question's verb, as far as the word order shows them. */
export interface Roles {
  /** The term of the main verb of the question: "launch" in "did Russia launch". */
  readonly verb: string | null
  /** The names of the agents and of the patients of the verb. */
  readonly agents: ReadonlySet<string>
  readonly patients: ReadonlySet<string>
}

const auxiliary = /\b(?:did|does|do|has|have|had|will|would|can|could|should|might|is|are|was|were)\b/i
const none: ReadonlySet<string> = new Set()

type RoleTerm = Pick<QueryTerm, 'term' | 'isName' | 'folded'>

const namesOf = (some: readonly RoleTerm[]) => new Set(some.filter(({ isName }) => isName).map(({ term }) => term))

const beForm = /^(?:is|are|was|were)$/i
const wordBefore = /\b(\p{L}+)\s+(?:(?:the|an?|his|her|its|their)\s+)?(?:\p{Lu}[\p{L}'\u2019-]*\s+)*$/u
// After these words a name says where, when or how; it is not the patient.
const circumstance = new Set(
  'in during since within of near for as after before until around between among inside outside about over under'.split(
    ' ',
  ),
)

/** The function word that a name depends on. Other names of the same run are skipped. */
function leansOn(text: string, position: number): string | null {
  return wordBefore.exec(text.slice(0, position))?.[1]?.toLowerCase() ?? null
}

/**
 * Finds the agent, verb and patients of "did AGENT VERB … PATIENT" and of "was PATIENT VERBed … by AGENT". `positions` has the position of
 * each term in the text. `focus` is the noun that is asked for, so it is not the verb.
 */
export function rolesOf(
  text: string,
  terms: readonly RoleTerm[],
  positions: ReadonlyMap<string, number>,
  focus: string | null,
): Roles {
  const aux = auxiliary.exec(text)
  const after = terms.filter(({ term }) => (positions.get(term) ?? 0) >= (aux?.index ?? 0))
  const words = after.filter(({ isName, term }) => !isName && term !== focus)
  const verbTerm =
    words.find(({ folded }) => folded.includes(' ')) ??
    words.find(({ term }) => isVerbStem(term)) ??
    (aux === null || namesOf(after).size > 0 ? words[0] : undefined)
  const verb = verbTerm?.term ?? null
  if (aux === null) return { verb, agents: none, patients: none }
  const passive = beForm.test(aux[0]) && verbTerm !== undefined && !verbTerm.folded.endsWith('ing')
  const verbAt = verb === null ? after.length : after.findIndex(({ term }) => term === verb)
  const first = namesOf(after.slice(0, verbAt))
  const withFunctionWord = (wanted: (word: string | null) => boolean) =>
    namesOf(after.slice(verbAt).filter(({ term }) => wanted(leansOn(text, positions.get(term) ?? 0))))
  const doneBy = withFunctionWord((word) => word === 'by')
  if (passive && verb !== null) return { verb, agents: doneBy, patients: doneBy.size > 0 ? first : none }
  if (first.size === 0) return { verb, agents: none, patients: none }
  return { verb, agents: first, patients: withFunctionWord((word) => word === null || !circumstance.has(word)) }
}
