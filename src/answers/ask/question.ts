import type { Generation } from '../../library/generation.ts'
import { parseQuery } from '../../search/query.ts'
import { type QueryTerm, queryTerms } from '../../search/query-terms.ts'
import { stem } from '../../text/terms.ts'
import { words } from '../../text/words.ts'
import { isLightVerb, lightVerbShare } from './light-verbs.ts'
import { relatedTerms } from './verb-classes.ts'

/** What kind of thing a question asks for. */
export type AnswerType =
  | 'person'
  | 'place'
  | 'country'
  | 'date'
  | 'figure'
  | 'reason'
  | 'name'
  | 'definition'
  | 'yes-no'
  | 'thing'

/** A question taken apart. */
export interface Question {
  readonly text: string
  readonly terms: readonly QueryTerm[]
  readonly type: AnswerType
  /** The term of the noun that is counted or chosen: "drones" in "how many drones", "countries" in "which countries". */
  readonly focus: string | null
  /** The term of the verb that carries the question, where it is plain: "launch" in "did Russia launch". */
  readonly verb: string | null
  /** The terms that say what the question is about besides names; a light verb is one where nothing else is. */
  readonly content: readonly string[]
  /** Names that do what the verb says, and names it is done to, where the word order tells. */
  readonly agents: ReadonlySet<string>
  readonly patients: ReadonlySet<string>
}

const typeRules: readonly (readonly [RegExp, AnswerType])[] = [
  [/\b(?:what(?:'s| is| was)|which is) the (?:full |first |last )?name\b|\bwhat is (?:he|she|it) called\b/i, 'name'],
  [/^who(?:'s| is| was| are| were) (?!.*\b(?:ing|by|that|who)\b)(?:the )?[^?]{1,60}\??$/i, 'definition'],
  [/\b(?:who|whom|whose)\b|\bwhich (?:person|man|woman|official|politician|author|scientist|artist)\b/i, 'person'],
  [
    /\bhow (?:many|much|long|old|far|tall|high|big|large|often|fast|deep|heavy)\b|\b(?:what|which) (?:percent(?:age)?|proportion|number|amount|share|fraction|population|age)\b/i,
    'figure',
  ],
  [/\bwhen\b|\b(?:what|which) (?:year|date|day|month|time|century|decade)\b/i, 'date'],
  [/\b(?:which|what) (?:\w+ ){0,2}?(?:countr(?:y|ies)|nations?)\b/i, 'country'],
  [/\bwhere\b|\b(?:what|which) (?:city|town|place|state|region|continent|county|location)\b/i, 'place'],
  [
    /\bwhy\b|\bfor what (?:reason|purpose)\b|\bwhat (?:caused|(?:is|was|are|were) the (?:reason|cause|purpose|goal|aim)s?)\b/i,
    'reason',
  ],
  [/^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\b/i, 'yes-no'],
]

/** How much finding a related word counts next to the word itself. */
const relatedWeight = 0.6

const kindWord =
  /\b(?:what|which)\s+(?:(?:other|different)\s+)?(countr(?:y|ies)|nations?|cit(?:y|ies)|places?|persons?|year|day|date|month|time|percentage|number|amount|kinds?|types?)\b|\bwhat(?:'s| is| was| are| were)\s+the\s+(?:full\s+|first\s+|last\s+)?(names?|purpose|goal|aim|reason|cause)\b/i

/** The term of the word that says what kind of thing is asked for, which an answer need not repeat. */
function kindOf(text: string): string | null {
  const found = kindWord.exec(text)
  const word = found?.[1] ?? found?.[2]
  return word === undefined ? null : stem(word.toLowerCase())
}

function typeOf(text: string): AnswerType {
  return typeRules.find(([rule]) => rule.test(text))?.[1] ?? 'thing'
}

const counted =
  /\b(?:how many|how much|which|what (?:kinds? of|types? of|sort of)?)\s+(?:(?:of|other|different|more|percent of|percentage of)\s+)*(?:(?:the|his|her|its|their|these|those)\s+)?((?:[\p{L}'\u2019-]+\s+){0,3}?)(?:did|do|does|were|was|are|is|have|has|had|can|could|will|would|in|at|of|from|outside|agreed|to)\b/iu

/** The noun before the verb of "how many … did" and "which … are". */
function focusOf(text: string): string | null {
  const phrase = counted.exec(text)?.[1]?.trim()
  const last = phrase === undefined ? undefined : words(phrase).at(-1)
  return last === undefined ? null : stem(last.folded)
}

const auxiliary = /\b(?:did|does|do|has|have|had|will|would|can|could|should|might|is|are|was|were)\b/i
/** Reads agent, verb and patients of "did AGENT VERB … PATIENT", as far as the word order shows them. */
function rolesOf(text: string, terms: readonly QueryTerm[], positions: ReadonlyMap<string, number>) {
  const aux = auxiliary.exec(text)
  const agents = new Set<string>()
  const patients = new Set<string>()
  let verb: string | null = null
  const from = aux === null ? 0 : aux.index
  const after = terms.filter(({ term }) => (positions.get(term) ?? 0) > from)
  for (const { term, isName } of after) {
    if (verb === null && isName) agents.add(term)
    else if (verb === null) verb = term
    else if (isName) patients.add(term)
  }
  if (aux === null || agents.size === 0)
    return {
      verb: aux === null ? (after.find(({ isName }) => !isName)?.term ?? null) : null,
      agents: new Set<string>(),
      patients: new Set<string>(),
    }
  return { verb, agents, patients }
}

/**
 * Takes a question apart.
 * @throws QueryError when it cannot be searched for.
 */
export function analyseQuestion(
  input: string,
  { index, vocabulary }: Pick<Generation, 'index' | 'vocabulary'>,
): Question {
  const query = parseQuery(input)
  const type = typeOf(query.text)
  const kind = kindOf(query.text)
  const asked = queryTerms(query.terms, index, vocabulary)
  const carries = ({ term, isName }: QueryTerm) => !isName && term !== kind && !isLightVerb(term)
  const lightCarries = !asked.some(carries)
  const terms = asked.map((term) => {
    const share = term.term === kind || (isLightVerb(term.term) && !lightCarries) ? lightVerbShare : 1
    const related = term.isName ? [] : relatedTerms(term.term).filter((other) => index.frequency(other) > 0)
    const matches = [...term.matches, ...related.map((other) => ({ term: other, weight: relatedWeight }))]
    return { ...term, matches, weight: term.weight * share }
  })
  const positions = new Map(query.terms.map(({ term, start }) => [term, start]))
  const { verb, agents, patients } = rolesOf(query.text, terms, positions)
  return {
    text: query.text,
    terms,
    type,
    focus: focusOf(query.text),
    verb: verb !== null && (lightCarries || !isLightVerb(verb)) ? verb : null,
    content: asked
      .filter((term) => carries(term) || (lightCarries && term.term !== kind && !term.isName))
      .map(({ term }) => term),
    agents,
    patients,
  }
}
