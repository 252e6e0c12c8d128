import { describe, expect, test } from 'vitest'
import type { Fact } from '../../src/reading/facts/fact.ts'
import { generationFrom, generationOf, seeds } from '../../testkit/articles/articles.ts'

/** What the fact with these words is attributed to: the article's words and the paragraph that has them. */
function attributed(facts: readonly Fact[], words: string): readonly [string, number] | null {
  const [fact, second] = facts.filter(({ reports: [{ sentence }] }) => sentence.text.includes(words))
  if (fact === undefined || second !== undefined) throw new Error(`not one fact with "${words}"`)
  const source = fact.sources.attributedTo
  return source && [source.text, source.paragraph.number]
}

async function attributedIn(text: string, words: string): Promise<readonly [string, number] | null> {
  return attributed((await generationFrom({ 'a.txt': text })).facts, words)
}

describe('facts of the five articles are attributed to who says them', async () => {
  const { facts } = await generationOf(seeds)

  test.each([
    ['He added that planning details', 'Emmanuel Macron', 1],
    ['have insisted that any European', 'Macron and British Prime Minister Keir Starmer', 4],
    ['said that he planned to speak', 'Trump', 12],
    ['made it clear that Moscow', 'Maria Zakharova', 12],
    ['arguing that Russia’s views', 'NATO Secretary General Mark Rutte', 14],
    ['We know what Putin tries to do', 'Mark Rutte', 12],
    ['Western war instigators', 'Zakharova', 13],
    ['He knows where I stand', 'Trump', 13],
    ['jammed 84 drones, the statement', 'Ukraine’s Air Force', 8],
  ])('%s', (words, source, paragraph) => {
    expect(attributed(facts, words)).toEqual([source, paragraph])
  })

  test.each([
    'Ukraine is hoping for continued',
    'Trump also pressed European leaders',
    'White House has seen little progress',
  ])('what the article itself reports has no source: %s', (words) => {
    expect(attributed(facts, words)).toBeNull()
  })

  test('every source is word for word at its place', () => {
    const sources = facts.flatMap(({ reports }) => reports.flatMap(({ source }) => source ?? []))
    expect(sources.length).toBeGreaterThan(40)
    for (const { text, paragraph, range } of sources) expect(paragraph.text.slice(range.start, range.end)).toBe(text)
  })
})

describe('the source of a fact', () => {
  const opening = 'Ines Okafor, the mayor of Lowick, opened the northern pier on Monday.\n\n'

  test('is the full name where the article has it last, if the sentence has only a pronoun', async () => {
    const text = `${opening}Okafor said the pier was safe for all ferries. She added that the southern pier would close in May.`
    expect(await attributedIn(text, 'southern pier')).toEqual(['Ines Okafor', 1])
  })

  test('is whoever speaks the quotation that the sentence continues', async () => {
    const text = `${opening}“The pier is safe for all ferries,” Okafor said. “The southern pier of Lowick will close in May.”`
    expect(await attributedIn(text, 'southern pier')).toEqual(['Okafor', 2])
  })

  test('is not the person named before if somebody else speaks who has no name', async () => {
    const text = `${opening}Okafor said the pier was safe for all ferries. The army will run a ferry from Lowick in May, its spokesman said.`
    expect(await attributedIn(text, 'army will run')).toBeNull()
  })

  test('is nobody if the article itself reports what somebody wants or does', async () => {
    const text = `${opening}Okafor wants the council of Lowick to close the southern pier in May.`
    expect(await attributedIn(text, 'southern pier')).toBeNull()
  })
})
