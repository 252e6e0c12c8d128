import { stem } from '../../../language/tokens/terms.ts'
import { nounKind } from '../../../language/vocabulary/noun-kinds.ts'

/** What kind of thing a question asks for. */
export type AnswerType =
  | 'person'
  | 'group'
  | 'place'
  | 'country'
  | 'date'
  | 'figure'
  | 'money'
  | 'percent'
  | 'reason'
  | 'name'
  | 'definition'
  | 'yes-no'
  | 'thing'

// The first rule that matches decides. The question word may come late ("In what year …", "… was led by whom?").
const rules: readonly (readonly [RegExp, AnswerType])[] = [
  [/^(?:\w+ )?why\b/i, 'reason'],
  [
    /\b(?:what(?:'s|\u2019s| is| was)|which is) the (?:full |first |last |real )?name\b|\bwhat is (?:he|she|it) called\b/i,
    'name',
  ],
  [/^who(?:'s|\u2019s| is| was| are| were) (?!.*\b(?:\w+ing|by|that|who)\b)(?:the )?[^?]{1,60}\??$/i, 'definition'],
  [/\b(?:who|whom|whose)\b/i, 'person'],
  [/\b(?:what|which) (?:percent(?:age)?|proportion|share|fraction)\b|\bhow (?:many|much) percent\b/i, 'percent'],
  [
    /\bhow much (?:money|(?:is|are|was|were) (?!.*\b(?:of|time|water|rain|snow)\b)|(?:does|do|did|will|would|has|have) .*\b(?:cost|costs|pay|paid|spend|spent|earn|earned|get|make|made|lose|lost|raise|raised|owe|owed|charge|sell for|sold for)\b|was paid|.*\b(?:cost|costs|worth)\b)|\bwhat (?:does|do|did|will|would|is|are) .*\bcosts?\b|\b(?:what|which) (?:was |is |were |are )?(?:the )?(?:price|cost|salary|budget)\b/i,
    'money',
  ],
  [/\bhow (?:many|much|long|old|far|tall|high|big|large|often|fast|deep|heavy|wide)\b/i, 'figure'],
  [/^(?:\w+ )?when\b(?!.*\b(?:what|who|how)\b)|\bwhen (?:did|was|is|were|are|do|does|has|had|will)\b/i, 'date'],
  [/\b(?:which|what) (?:\w+ ){0,2}?(?:countr(?:y|ies)|nations?)\b/i, 'country'],
  [/\bwhere\b/i, 'place'],
  [
    /\bwhy\b|\bfor what (?:reason|purpose)\b|\bwhat (?:caused|(?:is|was|are|were) the (?:reason|cause|purpose|goal|aim)s?)\b/i,
    'reason',
  ],
  [/^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\b/i, 'yes-no'],
]

/** A topic that ends in the property asked for: "election date", "ticket price". */
const properties: readonly (readonly [RegExp, AnswerType])[] = [
  [/\b(?:date|day|time)\??$/i, 'date'],
  [/\b(?:price|cost|costs|fee|fare|salary)\??$/i, 'money'],
  [/\b(?:age|height|length|size|weight|number|score)\??$/i, 'figure'],
]
const asking =
  /\b(?:who|whom|whose|what|when|where|why|how|which)\b|^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/i

const byKind = { person: 'person', place: 'place', group: 'group', time: 'date', figure: 'figure' } as const

/** The kind of thing that a question asks for. `focus` is the folded noun after "what" or "which". */
export function answerType(text: string, focus: string | null): AnswerType {
  const ruled = rules.find(([rule]) => rule.test(text))?.[1]
  if (ruled !== undefined && ruled !== 'yes-no') return ruled
  if (!asking.test(text)) {
    const property = properties.find(([rule]) => rule.test(text))?.[1]
    if (property !== undefined) return property
  }
  const kind = focus === null ? null : nounKind(stem(focus))
  return kind === null ? (ruled ?? 'thing') : byKind[kind]
}
