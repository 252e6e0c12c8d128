import { currencyOf, type Figure, figures } from '../../language/figures/figures.ts'
import { stem } from '../../language/tokens/terms.ts'
import { words } from '../../language/tokens/words.ts'
import { isNegationWord } from '../../language/vocabulary/negation.ts'
import { antonyms } from '../../language/vocabulary/related-words.ts'
import { calendar } from '../../reading/facts/extract/name-mentions.ts'
import { conceptOf, oppositeOf } from '../../reading/facts/lexicon/synonym-classes.ts'
import type { ExactWord } from '../answer/exact-words.ts'
import { isNegated } from '../ask/question/is-negated.ts'

// Words that turn the same words into another statement: future, possibility, necessity and condition. Source: the classes of modal meaning
// in any grammar of English.
const modalities: readonly RegExp[] = [
  /\b(?:will|shall|won['\u2019]t|shan['\u2019]t|going to)\b|['\u2019]ll\b/i,
  /\bwould(?:n['\u2019]t)?\b|['\u2019]d\b/i,
  /\b(?:might|could|couldn['\u2019]t|perhaps|possibly|maybe|probably|likely)\b|(?<!\b(?:in|of|since|until|by|early|late|mid)\s)\bmay\b(?!,?\s+\d)/i,
  /\b(?:can|cannot|can['\u2019]t)\b/i,
  /\b(?:must|should|shouldn['\u2019]t|ought|ha(?:ve|s|d) to|needs? to)\b/i,
  /\b(?:if|unless|whether|provided that|in case)\b/i,
]

/** The words that negate the words next to them. */
export function negations(all: readonly ExactWord[]): readonly ExactWord[] {
  return all.filter(({ folded }) => isNegationWord(folded))
}

/** Whether a word expresses negation, possibility, necessity, condition or future. */
export function hasForce(word: string): boolean {
  return isNegated(word) || modalities.some((modality) => modality.test(word))
}

/** The key for comparing figures: value, unit and currency. */
function figureKey(text: string, { start, end, value, unit }: Figure): string {
  return `${value} ${unit} ${currencyOf(text.slice(start, end)) ?? ''}`
}

function figureKeys(text: string): ReadonlySet<string> {
  return new Set(figures(text).map((figure) => figureKey(text, figure)))
}

function isSubset(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].every((one) => others.has(one))
}

/** Whether two texts state the same figures, in any form. */
export function sameFigures(a: string, b: string): boolean {
  const [left, right] = [figureKeys(a), figureKeys(b)]
  return left.size > 0 && isSubset(left, right) && isSubset(right, left)
}

/** Whether one text states every figure of the other, in any form. */
export function hasFigures(text: string, other: string): boolean {
  return isSubset(figureKeys(other), figureKeys(text))
}

/** Whether a folded word may be part of a figure: "12", "twelve", "million", "percent", "euros". */
export function isOfFigure(folded: string): boolean {
  const isUnit = /^(?:%|per|cent|percent|\p{Sc})$/u.test(folded) || figures(`5 ${folded}`)[0]?.unit === 'money'
  return isUnit || figures(folded).length > 0 || figures(`a ${folded}`).length > 0
}

function calendarWords(text: string): ReadonlySet<string> {
  return new Set(
    words(text)
      .filter(({ folded, capital }) => capital && calendar.test(folded))
      .map(({ folded }) => folded.replace(/s$/, '')),
  )
}

/** Whether a word of one text is the opposite of a word of the other text, which does not contain the word itself: approved, rejected. */
function isOpposed(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => words(text).map(({ folded }) => folded))
  const [stems, concepts] = [new Set(right?.map(stem)), new Set(right?.map(conceptOf))]
  return (left ?? []).some((word) => {
    if (stems.has(stem(word)) || concepts.has(conceptOf(word))) return false
    const contrary = oppositeOf(conceptOf(word))
    return (contrary !== undefined && concepts.has(contrary)) || antonyms(stem(word)).some((other) => stems.has(other))
  })
}

/**
 * Whether a span of an article contradicts a part of a message although they share words: only one of them negates the claim, or makes it
 * possible, necessary, conditional or future; or a figure, day or month differs; or a word is the opposite.
 */
export function saysOtherwise(part: string, stretch: string): boolean {
  return (
    isNegated(part) !== isNegated(stretch) ||
    modalities.some((modality) => modality.test(part) !== modality.test(stretch)) ||
    !isSubset(figureKeys(part), figureKeys(stretch)) ||
    !isSubset(calendarWords(part), calendarWords(stretch)) ||
    isOpposed(part, stretch)
  )
}
