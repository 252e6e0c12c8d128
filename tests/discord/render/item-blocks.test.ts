import { expect, test } from 'vitest'
import type { Citation } from '../../../src/answers/answer/cited-text.ts'
import type { FactItem, Item, QuotationItem, ReportItem } from '../../../src/answers/answer/item.ts'
import { itemBlock } from '../../../src/discord/render/item-blocks.ts'

const citation = (shortId: string): Citation => ({
  file: `${shortId}.txt`,
  article: shortId,
  shortId,
  title: 'A title',
  date: null,
  outlet: null,
  url: null,
  paragraph: 1,
  start: 0,
  end: 11,
  hash: '0000000000000000',
})
const cited = { snippet: { text: 'We will go.', citation: citation('a'), highlights: [], context: [] }, alsoIn: [] }
const linesOf = (item: Item) => itemBlock({ item, number: null }, 2000).split('\n')

test('each other wording of a quotation is a line with all its citations, and a count of the wordings left out', () => {
  const variants = ['We go.', 'We *may* go.', 'Go we will.', 'We shall.'].map((text) => ({
    text,
    citation: citation('b'),
    alsoIn: [citation('c')],
  }))
  const quotation = { start: 0, end: 10, text: 'We will go' }
  const source = { speaker: null, source: null, reports: [] }
  const statement = { ...source, form: 'quoted' as const, quotation, variants }
  const item: QuotationItem = { kind: 'quotation', ...cited, statement }
  expect(linesOf(item).filter((line) => /worded|wording/.test(line))).toEqual([
    '-# also worded: “We go.” (b ¶1, c ¶1)',
    String.raw`-# also worded: “We \*may\* go.” (b ¶1, c ¶1)`,
    '-# also worded: “Go we will.” (b ¶1, c ¶1)',
    '-# and 1 more wording',
  ])
})

test('a report is marked as not quoted, and other reports of it are lines without quotation marks', () => {
  const reports = ['1', '2', '3', '4'].map((text) => ({
    text: `She said *${text}*.`,
    citation: citation('b'),
    alsoIn: [],
  }))
  const item: ReportItem = {
    kind: 'report',
    ...cited,
    statement: { speaker: null, source: 'two *officials*', reports },
  }
  expect(linesOf(item).slice(1, -1)).toEqual([
    String.raw`— two \*officials\* · reported, not quoted`,
    String.raw`-# also reported: She said \*1\*. (b ¶1)`,
    String.raw`-# also reported: She said \*2\*. (b ¶1)`,
    String.raw`-# also reported: She said \*3\*. (b ¶1)`,
    '-# and 1 more report',
  ])
})

test('an item counts the differences that it leaves out', () => {
  const differences = ['1', '2', '3', '4', '5'].map((text) => ({
    kind: 'figure' as const,
    values: [
      { text, citation: citation('a'), alsoIn: [] },
      { text: `${text}0`, citation: citation('b'), alsoIn: [] },
    ],
  }))
  const item: FactItem = {
    kind: 'fact',
    ...cited,
    label: null,
    focus: { start: 0, end: 11 },
    support: null,
    differences,
  }
  const shown = linesOf(item).filter((line) => /figures|differ/.test(line))
  expect(shown).toHaveLength(4)
  expect(shown.at(-1)).toBe('-# and 2 more differences')
})

test('a value that several articles have says how many more', () => {
  const values = [
    { text: '14', citation: citation('a'), alsoIn: [citation('b'), citation('c')] },
    { text: '41', citation: citation('d'), alsoIn: [] },
  ]
  const differences = [{ kind: 'figure' as const, values }]
  const focus = { start: 0, end: 11 }
  const item: FactItem = { kind: 'fact', ...cited, label: null, focus, support: null, differences }
  expect(linesOf(item)).toContain('-# other figures: “14” (a ¶1 and 2 more) or “41” (d ¶1)')
})
