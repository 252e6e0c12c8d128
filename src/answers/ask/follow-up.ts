import type { Range } from '../../language/text/range.ts'
import { terms } from '../../language/tokens/terms.ts'
import { words } from '../../language/tokens/words.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { type Named, namedIn } from '../../reading/statements/entities/named-in.ts'
import { paragraphOf } from '../articles/paragraph-context.ts'

/** What an earlier answer of the bot showed, as far as a question may lean on it. */
export interface EarlierAnswer {
  /** The key (`paragraphKey`) of the paragraph that its first item cites. */
  readonly paragraph: string
  /** Its text as it was shown, marks included. */
  readonly text: string
}

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
/** "her" before a word of its own ("her plan") owns it; at the end or before a small word ("about her in May") it does not. */
const smallWord = /^\s+(?:in|on|at|by|to|for|with|about|after|before|when|and|or|of|from|that|as)\b/i

const onlyLetters = /[^\p{L}\p{N}]+/gu
const bare = (text: string) => text.replace(onlyLetters, ' ').trim()

/** Whether the words before a place hold a name, whom a pronoun behind it rather means. */
function namesSomeone(question: string, { vocabulary }: Generation, end: number): boolean {
  return terms(question).some(
    ({ term, capital, start, end: last }) => capital && start > 0 && last <= end && vocabulary.isName(term),
  )
}

/**
 * A question that leans on an earlier answer, with its first pronoun ("he", "her", "their") replaced by whom the sentences
 * shown of the paragraph cited name: whoever is known to be a person before others, and the first before later ones.
 * Nothing else of the earlier answer is carried over. The question stays as it is where it has no such pronoun, names
 * someone before it, where the paragraph has changed, or where nobody fits.
 */
export function followUp(generation: Generation, question: string, { paragraph: key, text }: EarlierAnswer): string {
  const place = words(question).find(({ folded }) => pronouns.has(folded))
  const pronoun = pronouns.get(place?.folded ?? '')
  if (place === undefined || pronoun === undefined || namesSomeone(question, generation, place.start)) return question
  const cited = paragraphOf(generation, key)
  const passage = generation.passages.find((one) => one.paragraph === cited?.paragraph)
  if (cited === null || passage === undefined) return question
  const shown = ` ${bare(text)} `
  const isShown = (range: Range) => shown.includes(` ${bare(cited.paragraph.text.slice(range.start, range.end))} `)
  const sentences = generation.sentences(passage.key).filter(isShown)
  const named = namedIn(cited.article, cited.paragraph, sentences).filter(pronoun.fits)
  const meant = named.find(({ isPerson }) => isPerson) ?? named[0]
  if (meant === undefined) return question
  const rest = question.slice(place.end)
  const owns = pronoun.possessive || (place.folded === 'her' && /^\s+\p{L}/u.test(rest) && !smallWord.test(rest))
  return `${question.slice(0, place.start)}${meant.name}${owns ? '\u2019s' : ''}${rest}`
}
