import { stem } from '../../language/tokens/terms.ts'
import { isIrregularPast } from '../../language/vocabulary/irregular-forms.ts'
import { isVerbStem } from '../../language/vocabulary/verbs.ts'
import { isOrganisationWord, isTitle } from '../statements/lexicon/titles.ts'
import type { Span } from './align.ts'
import type { Token } from './token.ts'
import { keysOf } from './word-key.ts'

/** Function words that do not change the claim or its certainty. */
const forceless = keysOf('the a an that of and also its their meanwhile moreover furthermore additionally')
/** The same, but only as auxiliaries. */
const helping = keysOf('have do')
const reach = 3
/** The same, but only before a time or a name ("on Monday", "Monday"). */
const beforePlace = keysOf('in on at')

// Verbs that report speech neutrally. Source: VerbNet 3, say-37.7.
const reporting = keysOf(
  'say tell state announce report add note explain declare confirm write mention reveal disclose according',
)

/** Whether a token is a verb that reports speech neutrally. */
export function isReportingVerb({ key, kind }: Token): boolean {
  return kind === 'word' && reporting.has(key)
}

/** Whether a form of "have" or "do" is an auxiliary; before the subject it makes a condition or a question ("Had he paid"). */
function helpsVerb(tokens: readonly Token[], at: number): boolean {
  if (at === 0 || tokens[at]?.isAfterBreak === true) return false
  const behind = tokens.slice(at + 1, at + 1 + reach)
  return behind.some((token) => token.key === 'be' || isParticiple(token) || isVerbStem(stem(token.folded)))
}

/** Whether a word has the form of a participle. */
export function isParticiple({ folded, kind }: Token): boolean {
  return kind === 'word' && (/...(?:ed|ing)$/u.test(folded) || isIrregularPast(folded))
}

/** The tokens of a span without function words that have no force. */
export function significant(tokens: readonly Token[], { from, to }: Span): readonly Token[] {
  return tokens.slice(from, to).filter((token, at) => {
    if (token.kind !== 'word') return true
    if (forceless.has(token.key)) return false
    if (helping.has(token.key)) return !helpsVerb(tokens, from + at)
    const next = tokens[from + at + 1]
    return !(beforePlace.has(token.key) && next !== undefined && (next.kind === 'time' || next.isName))
  })
}

// Words that change which name or office follows.
const otherName = new Set(
  (
    'north south east west northern southern eastern western central upper lower new old great little greater lesser saint st san ' +
    'santa fort mount port lake deputy vice former acting ex assistant under junior shadow interim'
  ).split(' '),
)
const maxNameWords = 4

/** Whether two spans are different prepositions of place: an attack on a country is not one in it. */
export function areOtherPlaces(mine: readonly Token[], others: readonly Token[]): boolean {
  const places = (tokens: readonly Token[]) => tokens.filter(({ key }) => beforePlace.has(key)).map(({ key }) => key)
  const [left, right] = [places(mine), places(others)]
  return left.length > 0 && right.length > 0 && left.join() !== right.join()
}

/**
 * Whether a span is only titles and first names of the shared name after it ("Mayor Ivo" before "Land"). A capitalised word
 * before an office or an organisation makes it a different one: the Prime Minister is not the Minister.
 */
export function completesName(tokens: readonly Token[], { from, to }: Span): boolean {
  const next = tokens[to]
  if (to - from > maxNameWords || next === undefined || !next.capital || next.kind !== 'word' || next.isAfterBreak)
    return false
  if (isTitle(next.folded) || isOrganisationWord(next.folded)) return false
  return tokens.slice(from, to).every((token, at) => {
    if (token.kind !== 'word' || otherName.has(token.folded) || (at > 0 && token.isAfterBreak)) return false
    return token.capital || token.folded === 'the' || isTitle(token.folded)
  })
}
