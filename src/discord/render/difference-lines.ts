import { differenceNames, disagreeLead, isContradiction } from '../../../commands/support/fact-text.ts'
import type { Citation } from '../../answers/answer/cited-text.ts'
import type { ItemDifference } from '../../answers/answer/item.ts'
import { inline, opening } from './inline-text.ts'
import { sourceName } from './source-line.ts'

const small = '-# '
const maxWordsLength = 80
const maxDifferences = 3
const maxValues = 3

/** Words of an article in quotation marks, shortened and escaped. */
export function quoted(text: string): string {
  return `“${inline(opening(text, maxWordsLength))}”`
}

/** An article by its id, with the paragraph. */
export function place({ shortId, paragraph }: Citation): string {
  return `${inline(opening(shortId, maxWordsLength))} ¶${paragraph}`
}

/** "and 2 more differences", if not all are shown. */
export function andMore(all: number, shown: number, what: string): readonly string[] {
  return all > shown ? [`${small}and ${all - shown} more ${all - shown === 1 ? what : `${what}s`}`] : []
}

function valuesOf({ values }: ItemDifference, placeOf: (citation: Citation) => string): string {
  return values
    .slice(0, maxValues)
    .map(({ text, citation, alsoIn }) => {
      const more = alsoIn.length > 0 ? ` and ${alsoIn.length} more` : ''
      return `${quoted(text)} (${placeOf(citation)}${more})`
    })
    .join(' or ')
}

/** The points on which the articles contradict each other, as one line that opens an item; nothing if there are none. */
export function disagreementLines(differences: readonly ItemDifference[]): readonly string[] {
  const [first, ...others] = differences.filter(isContradiction)
  if (first === undefined) return []
  const more = others.length === 0 ? '' : `, and on ${others.length} more ${others.length === 1 ? 'point' : 'points'}`
  return [`**${disagreeLead}** ${valuesOf(first, (citation) => inline(sourceName(citation)))}${more}`]
}

/** All points on which the articles differ, a line for each. */
export function differenceLines(differences: readonly ItemDifference[]): readonly string[] {
  const lines = differences
    .slice(0, maxDifferences)
    .map((difference) => `${small}${differenceNames[difference.kind]}: ${valuesOf(difference, place)}`)
  return [...lines, ...andMore(differences.length, maxDifferences, 'difference')]
}
