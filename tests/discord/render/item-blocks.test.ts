import { expect, test } from 'vitest'
import type { Citation } from '../../../src/answers/answer/cited-text.ts'
import type {
  FactItem,
  Item,
  ItemDifference,
  QuotationItem,
  ReportItem,
  SentenceItem,
} from '../../../src/answers/answer/item.ts'
import { renderSources } from '../../../src/discord/render/embeds/sources-embed.ts'
import { itemBlock } from '../../../src/discord/render/items/item-blocks.ts'

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
const linesOf = (item: Item) => itemBlock({ item, number: null, size: 'normal' }, 2000).split('\n')
const sourcesOf = (item: Item) => renderSources([{ item, number: null, size: 'normal' }]).description?.split('\n') ?? []

const source = { speaker: null, source: null, isAsked: false, reports: [] }
const quotation = { start: 0, end: 10, text: 'We will go' }
const focus = { start: 0, end: 11 }
const sentenceOf = (citations: readonly Citation[], differences: readonly ItemDifference[] = []): SentenceItem => {
  const [first = citation('a'), ...alsoIn] = citations
  return { kind: 'sentence', snippet: { ...cited.snippet, citation: first }, alsoIn, differences }
}

test('an item shows its sources on one line: the first one linked, those that fit by outlet or title, and a count of the rest', () => {
  const harbour = { ...citation('a'), outlet: 'Harbour Times', date: '2024-03-12', url: 'https://harbour.example/a' }
  const others = ['b', 'c', 'd'].map((id) => ({
    ...citation(id),
    outlet: `The ${id} Post`,
    date: '2024-03-13',
    paragraph: 4,
  }))
  expect(linesOf(sentenceOf([harbour]))).toEqual([
    '> We will go.',
    '-# [Harbour Times, 12 Mar 2024, ¶1](<https://harbour.example/a>)',
  ])
  expect(linesOf(sentenceOf([harbour, { ...harbour, paragraph: 3 }, ...others])).at(-1)).toBe(
    '-# [Harbour Times, 12 Mar 2024, ¶1, ¶3](<https://harbour.example/a>) · The b Post ¶4 · +2 articles',
  )
  expect(linesOf(sentenceOf([citation('a')])).at(-1)).toBe('-# A title, ¶1')
})

test('a further source from the outlet named before it is named by its date', () => {
  const dated = (id: string, date: string) => ({ ...citation(id), outlet: 'Post', date })
  const item = sentenceOf([dated('a', '2024-03-12'), dated('b', '2024-03')])
  expect(linesOf(item).at(-1)).toBe('-# Post, 12 Mar 2024, ¶1 · also Mar 2024, ¶1')
})

test.for([
  ['example.org', '-# [example.org, ¶1](<https://www.example.org/a>)'],
  ['U.S. News', '-# [U.S. News, ¶1](<https://www.example.org/a>)'],
  ['bank.example', '-# bank.example, [¶1](<https://www.example.org/a>)'],
  ['https://example.org', String.raw`-# https\://example.org, [¶1](<https://www.example.org/a>)`],
  ['me@bank.example', String.raw`-# me\@bank.example, [¶1](<https://www.example.org/a>)`],
] as const)('the outlet %s is part of a link only if it names no other host', ([outlet, line]) => {
  const item = sentenceOf([{ ...citation('a'), outlet, url: 'https://www.example.org/a' }])
  expect(linesOf(item).at(-1)).toBe(line)
})

test('the first line of an item says on what the articles disagree', () => {
  const differences = ['14', '62'].map((text) => ({
    kind: 'figure' as const,
    values: [
      { text, citation: { ...citation('a'), outlet: 'Post' }, alsoIn: [citation('c')] },
      { text: `${text}0`, citation: citation('b'), alsoIn: [] },
    ],
  }))
  const worded = { kind: 'wording' as const, values: differences[0]?.values ?? [] }
  const first = '**The articles disagree:** “14” (Post ¶1 and 1 more) or “140” (A title ¶1), and on 1 more point'
  expect(linesOf(sentenceOf([citation('a')], differences))[0]).toBe(first)
  const fact: FactItem = { kind: 'fact', ...cited, label: null, focus, support: null, differences: [worded] }
  expect(linesOf(fact)[0]).toBe('> We will go.')
  expect(linesOf({ ...fact, label: '2024-03-12', differences }).slice(0, 2)).toEqual(['**12 Mar 2024**', first])
})

test('an article that contradicts an item is named as such, and not as its source', () => {
  const values = [
    { text: '14', citation: citation('a'), alsoIn: [citation('c')] },
    { text: '41', citation: { ...citation('b'), outlet: 'Post' }, alsoIn: [] },
  ]
  const item = sentenceOf(
    ['a', 'b', 'c'].map((id) => citation(id)),
    [{ kind: 'figure', values }],
  )
  expect(linesOf(item)[0]).toContain('“41” (Post ¶1)')
  expect(linesOf(item).at(-1)).toBe('-# A title, ¶1 · A title, ¶1')
})

test('a speaker is in bold if that is what was asked', () => {
  const speaker = {
    name: 'Ana *Lima*',
    role: 'Mayor',
    cue: 'said',
    others: [{ speaker: 'Rui Lima', citation: citation('b') }],
  }
  const statement = { ...source, speaker, form: 'quoted' as const, quotation, variants: [] }
  const item: QuotationItem = { kind: 'quotation', ...cited, statement }
  expect(linesOf(item)[1]).toBe(String.raw`— Ana \*Lima\*, Mayor; Rui Lima in A title ¶1`)
  expect(linesOf({ ...item, statement: { ...statement, isAsked: true } })[1]).toBe(
    String.raw`— **Ana \*Lima\***, Mayor; Rui Lima in A title ¶1`,
  )
})

test('all sources list each other wording of a quotation with all its citations, and a count of the wordings left out', () => {
  const variants = ['We go.', 'We *may* go.', 'Go we will.', 'We shall.'].map((text) => ({
    text,
    citation: { ...citation('b'), outlet: 'Post' },
    alsoIn: [{ ...citation('c'), outlet: 'The c Post' }],
  }))
  const statement = { ...source, form: 'quoted' as const, quotation, variants }
  const item: QuotationItem = { kind: 'quotation', ...cited, statement }
  expect(linesOf(item).filter((line) => /worded|wording/.test(line))).toEqual([])
  expect(sourcesOf(item).filter((line) => /worded|wording/.test(line))).toEqual([
    '-# also worded (Post ¶1, The c Post ¶1):',
    '-# also worded (Post ¶1, The c Post ¶1):',
    '-# also worded (Post ¶1, The c Post ¶1):',
    '-# and 1 more wording',
  ])
  expect(sourcesOf(item).filter((line) => line.startsWith('> '))).toEqual([
    '> -# We will go.',
    '> -# We go.',
    String.raw`> -# We \*may\* go.`,
    '> -# Go we will.',
  ])
})

test('a report is marked as not quoted, and all sources list the other reports of it without quotation marks', () => {
  const reports = ['1', '2', '3', '4'].map((text) => ({
    text: `She said *${text}*.`,
    citation: citation('b'),
    alsoIn: [],
  }))
  const item: ReportItem = { kind: 'report', ...cited, statement: { ...source, source: 'two *officials*', reports } }
  expect(linesOf(item)[1]).toBe(String.raw`— two \*officials\* · reported, not quoted`)
  expect(sourcesOf(item).slice(2)).toEqual([
    '-# also reported (A title ¶1):',
    String.raw`> -# She said \*1\*.`,
    '-# also reported (A title ¶1):',
    String.raw`> -# She said \*2\*.`,
    '-# also reported (A title ¶1):',
    String.raw`> -# She said \*3\*.`,
    '-# and 1 more report',
  ])
})

test('all sources count the differences that they leave out', () => {
  const differences = ['1', '2', '3', '4', '5'].map((text) => ({
    kind: 'figure' as const,
    values: [
      { text, citation: citation('a'), alsoIn: [] },
      { text: `${text}0`, citation: citation('b'), alsoIn: [] },
    ],
  }))
  const item: FactItem = { kind: 'fact', ...cited, label: null, focus, support: null, differences }
  const shown = sourcesOf(item).filter((line) => /disagree|differ/.test(line))
  expect(shown).toHaveLength(4)
  expect(shown.at(-1)).toBe('-# and 2 more differences')
})

test('all sources say how many more articles have a value', () => {
  const values = [
    { text: '14', citation: citation('a'), alsoIn: [citation('b'), citation('c')] },
    { text: '41', citation: { ...citation('d'), outlet: 'Post' }, alsoIn: [] },
  ]
  const differences = [{ kind: 'figure' as const, values }]
  const item: FactItem = { kind: 'fact', ...cited, label: null, focus, support: null, differences }
  expect(sourcesOf(item)).toContain('-# The articles disagree: “14” (A title ¶1 and 2 more) or “41” (Post ¶1)')
})

test('all sources of an item with hundreds of citations fit into a message', () => {
  const many = Array.from({ length: 400 }, (_, at) => ({
    ...citation(`a${at}`),
    title: 'x'.repeat(200),
    outlet: 'y'.repeat(90),
  }))
  const items = [1, 2, 3].map((number) => ({ item: sentenceOf(many), number, size: 'normal' as const }))
  expect(renderSources(items).description?.length).toBeLessThanOrEqual(4096)
})

test('below the answer, every line of an item is small', () => {
  const values = [
    { text: '14', citation: citation('a'), alsoIn: [] },
    { text: '41', citation: citation('b'), alsoIn: [] },
  ]
  const statement = { ...source, form: 'quoted' as const, quotation, variants: [] }
  const items: readonly Item[] = [
    { kind: 'quotation', ...cited, statement },
    sentenceOf([citation('a')], [{ kind: 'figure', values }]),
  ]
  const lines = items.flatMap((item) => itemBlock({ item, number: null, size: 'small' }, 2000).split('\n'))
  expect(lines).toHaveLength(6)
  expect(lines.filter((line) => !/^(?:> )?-# /.test(line))).toEqual([])
})

test('all sources show the part that reports the fact up to its end, with a bar at its side', () => {
  const before =
    'The council met for hours in the old town hall while rain fell on the roof and the clerk read the agenda. '
  const part =
    'Then the council voted by a narrow majority to buy fourteen new boats for the crossing at a price of 62 million euros'
  const after = `${'; the opposition walked out of the hall before the vote was taken'.repeat(3)}.`
  const factOf = (text: string, start: number): FactItem => ({
    ...{ kind: 'fact', alsoIn: [], label: null, support: null, differences: [] },
    snippet: { ...cited.snippet, text },
    focus: { start, end: start + part.length },
  })
  expect(sourcesOf(factOf(`${part}.`, 0))).toEqual([`> -# ${part}.`, '-# A title, ¶1'])
  expect(sourcesOf(factOf(before + part + after, before.length))[0]).toBe(`> -# …${part}…`)
})

test('in all sources two articles of one outlet are told apart by their dates', () => {
  const of = (id: string, date: string) => ({ ...citation(id), outlet: 'Post', date })
  const values = [
    { text: '14', citation: of('a', '2024-03-12'), alsoIn: [] },
    { text: '41', citation: of('b', '2024-03-14'), alsoIn: [] },
  ]
  expect(sourcesOf(sentenceOf([citation('a')], [{ kind: 'figure', values }]))).toContain(
    '-# The articles disagree: “14” (Post, 12 Mar 2024, ¶1) or “41” (Post, 14 Mar 2024, ¶1)',
  )
})

test('context has a bar at its side, and a line between it and the quote says where it is', () => {
  const context = (['above', 'below', 'below'] as const).map((position, at) => ({
    position,
    text: `Line *${at}*`,
    citation: { ...citation('a'), paragraph: at + 2 },
  }))
  expect(linesOf({ ...sentenceOf([citation('a')]), snippet: { ...cited.snippet, context } })).toEqual([
    String.raw`> -# Line \*0\*`,
    '-# above: ¶2',
    '> We will go.',
    '-# below: ¶3, ¶4',
    String.raw`> -# Line \*1\*`,
    String.raw`> -# Line \*2\*`,
    '-# A title, ¶1',
  ])
})

test('a fact has no heading "in both" if the articles disagree on it, and names the only article by its title', () => {
  const values = [
    { text: '14', citation: citation('a'), alsoIn: [] },
    { text: '41', citation: citation('b'), alsoIn: [] },
  ]
  const fact: FactItem = { kind: 'fact', ...cited, label: 'in both', focus, support: null, differences: [] }
  expect(linesOf(fact)[0]).toBe('**in both**')
  expect(linesOf({ ...fact, differences: [{ kind: 'wording', values }] })[0]).toBe('**in both**')
  expect(linesOf({ ...fact, differences: [{ kind: 'figure', values }] })[0]).toMatch(/^\*\*The articles disagree:/)
  expect(linesOf({ ...fact, label: 'only in a' })[0]).toBe('**only in “A title”**')
})
