import { stem } from '../../text/terms.ts'

// Words that answer for one another where a question's verb, or the noun that stands for it, is said in another way.
// Source: verb classes of B. Levin, English Verb Classes and Alternations (1993): want and long (32), search (35),
// urge and request (37), say (37.7), throw and send (17, 11.1), with the nouns and idioms newspapers use for them.
const classes = [
  'want wants wanted wish desire hope hoping seek sought need demand ask request urge interest',
  'propose proposal proposed suggest suggestion outline plan offer recommend recommendation present put',
  'purpose aim aiming goal mission intend intended intention objective mean meant designed',
  'reason cause',
  'launch fire fired send sent shoot shot',
  'stop halt end cease suspend block prevent',
  'buy bought buying purchase import',
  'shoot shot intercept jam down downed destroy destroyed',
  'meet met meeting convene gather',
  'leave left quit exit withdraw withdrawal withdrew',
  'kill killed die died death dead casualty',
  'expel expelled expulsion oust persona',
  'increase raise rise rose grow growth',
  'decrease reduce fall fell drop decline cut',
  'begin began begun start launch open',
  'agree agreement deal accord',
]

const byTerm = new Map<string, Set<string>>()
for (const line of classes) {
  const members = new Set(line.split(' ').map(stem))
  for (const member of members) {
    const known = byTerm.get(member) ?? new Set()
    for (const other of members) if (other !== member) known.add(other)
    byTerm.set(member, known)
  }
}

/** The terms that may say the same as a term in an answer; empty for most. */
export function relatedTerms(term: string): readonly string[] {
  return [...(byTerm.get(term) ?? [])]
}
