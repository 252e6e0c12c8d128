import { disagreeLead, isContradiction, wordingLead } from '../../../../commands/support/texts/fact-text.ts'
import type { Citation } from '../../../answers/answer/cited-text.ts'
import type { ItemDifference } from '../../../answers/answer/item.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import { dayText } from '../text/day-text.ts'
import { inline, quoted } from '../text/inline-text.ts'
import { small } from '../text/small-print.ts'
import { sourceName } from './source-line.ts'

const maxDifferences = 3
const maxValues = 3

/** An article by its outlet or title, with the paragraph; with its date if another article among `all` is called the same. */
export function place(citation: Citation, all: readonly Citation[]): string {
  const { file, date, paragraph } = citation
  const name = sourceName(citation)
  const isShared = date !== null && all.some((one) => one.file !== file && sourceName(one) === name)
  return `${inline(isShared ? `${name}, ${dayText(date)},` : name)} ¶${paragraph}`
}

const moreTexts = {
  place: 'sources.more-places',
  wording: 'sources.more-wordings',
  report: 'sources.more-reports',
  difference: 'sources.more-differences',
} as const

/** "and 2 more differences", if not all are shown. */
export function andMore(all: number, shown: number, what: keyof typeof moreTexts): readonly string[] {
  return all > shown ? [`${small}${fixedText(moreTexts[what], { count: all - shown })}`] : []
}

function valuesOf({ values }: ItemDifference): string {
  const all = values.flatMap(({ citation, alsoIn }) => [citation, ...alsoIn])
  return values
    .slice(0, maxValues)
    .map(({ text, citation, alsoIn }) => {
      const value = { text: quoted(text), place: place(citation, all) }
      return alsoIn.length === 0
        ? fixedText('fact.value', value)
        : fixedText('fact.value-and-more', { ...value, count: alsoIn.length })
    })
    .join(fixedText('fact.values-or'))
}

/** The points on which the articles contradict each other, as one line that opens an item; nothing if there are none. */
export function disagreementLines(differences: readonly ItemDifference[]): readonly string[] {
  const [first, ...others] = differences.filter(isContradiction)
  if (first === undefined) return []
  const values = valuesOf(first)
  const all = others.length === 0 ? values : fixedText('fact.and-points', { count: others.length, values })
  return [`**${disagreeLead}** ${all}`]
}

/** All points on which the articles differ, a line for each. */
export function differenceLines(differences: readonly ItemDifference[]): readonly string[] {
  const lines = differences
    .slice(0, maxDifferences)
    .map((one) => `${small}${isContradiction(one) ? disagreeLead : `${wordingLead}:`} ${valuesOf(one)}`)
  return [...lines, ...andMore(differences.length, maxDifferences, 'difference')]
}
