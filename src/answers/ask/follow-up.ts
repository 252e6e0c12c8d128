import type { Range } from '../../language/text/range.ts'
import { terms } from '../../language/tokens/terms.ts'
import { words } from '../../language/tokens/words.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { type Named, namedIn } from '../../reading/statements/entities/named-in.ts'
import { type CitedParagraph, paragraphOf } from '../articles/paragraph-context.ts'

interface Pronoun {
  readonly fits: (named: Named) => boolean
  readonly possessive: boolean
}

const he = (named: Named) => named.mayBePerson && named.gender !== 'female'
const she = (named: Named) => named.mayBePerson && named.gender !== 'male'
const they = () => true
const pronouns: ReadonlyMap<string, Pronoun> = new Map([
  ['he', { fits: he, possessive: false }],
  ['him', { fits: he, possessive: false }],
  ['his', { fits: he, possessive: true }],
  ['she', { fits: she, possessive: false }],
  ['her', { fits: she, possessive: false }],
  ['they', { fits: they, possessive: false }],
  ['them', { fits: they, possessive: false }],
  ['their', { fits: they, possessive: true }],
])
/** "her" is possessive before a noun ("her plan"), but not at the end or before a function word ("about her in May"). */
const functionWord = /^\s+(?:in|on|at|by|to|for|with|about|after|before|when|and|or|of|from|that|as)\b/i

/** Whether a name comes before an offset. A later pronoun more likely refers to that name. */
function hasNameBefore(question: string, { vocabulary }: Generation, end: number): boolean {
  return terms(question).some(
    ({ term, capital, start, end: last }) => capital && start > 0 && last <= end && vocabulary.isName(term),
  )
}

/**
 * A follow-up question with its first pronoun ("he", "her", "their") replaced by the name it refers to. The name must be in the cited
 * sentences; known persons come before other names, and earlier names before later ones. Nothing else of the earlier answer is used. The
 * question stays unchanged if it has no such pronoun, if a name comes before the pronoun, if the paragraph has changed, or if no name fits.
 */
export function followUp(generation: Generation, question: string, { key, ranges }: CitedParagraph): string {
  const place = words(question).find(({ folded }) => pronouns.has(folded))
  const pronoun = pronouns.get(place?.folded ?? '')
  if (place === undefined || pronoun === undefined || hasNameBefore(question, generation, place.start)) return question
  const cited = paragraphOf(generation, key)
  const passage = generation.passages.find((one) => one.paragraph === cited?.paragraph)
  if (cited === null || passage === undefined) return question
  const isCited = ({ start, end }: Range) => ranges.some((range) => start < range.end && range.start < end)
  const sentences = generation.sentences(passage.key).filter(isCited)
  const named = namedIn(cited.article, cited.paragraph, sentences).filter(pronoun.fits)
  const meant = named.find(({ isPerson }) => isPerson) ?? named[0]
  if (meant === undefined) return question
  const rest = question.slice(place.end)
  const owns = pronoun.possessive || (place.folded === 'her' && /^\s+\p{L}/u.test(rest) && !functionWord.test(rest))
  return `${question.slice(0, place.start)}${meant.name}${owns ? '\u2019s' : ''}${rest}`
}
