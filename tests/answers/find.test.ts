import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import findInArticles from '../../commands/find-in-articles.ts'
import { commands } from '../../commands/index.ts'
import { noteText } from '../../commands/support/reply/note.ts'
import type { Citation } from '../../src/answers/answer/cited-text.ts'
import { exactWords } from '../../src/answers/answer/exact-words.ts'
import type { MatchItem } from '../../src/answers/answer/item.ts'
import { find } from '../../src/answers/find/find.ts'
import { maxParts, maxText } from '../../src/answers/find/message-parts.ts'
import { generationFrom, generationOf, seeds, serviceOn } from '../../testkit/articles/articles.ts'

const ferry = await generationFrom({
  'ferry.md': `---
title: Council backs new ferry line
date: 2024-03-12
---

The city council voted on Tuesday to back a new ferry line between the old harbour and the island.

“The harbour belongs to everyone,” said Mayor Ida Holm on Tuesday evening.

The line will cost 12 million euros and open in May 2025, the council said.
`,
  'ferry2.md': `---
title: Ferry line opens late
date: 2025-06-02
---

The new ferry line between the old harbour and the island opened on Monday, a year late.

“The harbour belongs to everyone,” Mayor Ida Holm repeated. “And we will not raise fees,” she said.

The line cost 15 million euros, the council said.
`,
  'dose.txt': `The drug costs $4 a dose in the north of the country, the firm said.

The drug costs €4 a dose in the south of the country, the firm said.

The ferry Marta hit the tanker Olga near the mole, and four sailors were killed.
`,
})

const promises = await generationFrom({
  'a.txt': '“We will raise the fares of the ferry in the spring,” said Mayor Ivo Land on Monday.\n',
  'b.txt': '“We will not raise the fares of the ferry in the spring,” said Mayor Ivo Land on Tuesday.\n',
  'c.txt': '“We will raise the fares of the ferry in the autumn,” said Mayor Ivo Land on Tuesday.\n',
})

const filesOf = ({ snippet, alsoIn }: MatchItem) => [snippet.citation, ...alsoIn].map(({ file }) => file)

async function itemsOf(text: string, generation = ferry): Promise<readonly MatchItem[]> {
  const answer = await find(generation, text)
  return answer.status === 'answered' ? answer.items : []
}

/** What is shown for a message: part, match and files of each item. */
async function shown(text: string, generation = ferry): Promise<readonly string[]> {
  const items = await itemsOf(text, generation)
  return items.map((item) => `${item.part.match}: ${item.part.text} -> ${filesOf(item).join(' ')}`)
}

const quotation = 'The harbour belongs to everyone'
const same = `same: ${quotation} -> ferry.md ferry2.md`

describe('a quotation among other words', () => {
  test.each([
    `“${quotation}” - great words!`,
    `"${quotation}", she said, and I agree`,
    `„${quotation}“ – was für ein Satz`,
    `«${quotation}» as they say in Brill`,
    `»${quotation}« as they say in Brill`,
    `he said ‘${quotation}’ again`,
    `he said '${quotation}' again`,
    `He’s right, it's “${quotation}”, isn't it`,
    `He said: “The harbour\nbelongs to everyone”`,
    `The harbour\nbelongs to everyone\nhe said`,
    `"${quotation}`,
    `> ${quotation}\ntrue!`,
    `>${quotation}`,
    `> The harbour\n> belongs to everyone\nso true`,
    `${quotation} - great words`,
    `Remember: ${quotation}!`,
  ])('is found: %j', async (message) => {
    expect(await shown(message)).toEqual([same])
    expect((await itemsOf(message))[0]).toMatchObject({
      statement: { speaker: { name: 'Ida Holm' } },
      snippet: { citation: { paragraph: 2 } },
    })
  })

  test.each([
    ['nobody thinks that the harbour belongs to everyone, do they', 'the harbour belongs to everyone'],
    ['lol the harbour belongs to everyone is what they say', 'the harbour belongs to everyone'],
    [
      'So the line will cost 12 million euros and open in May 2025?',
      'the line will cost 12 million euros and open in May 2025',
    ],
  ])('is found without marks: %j', async (message, words) => {
    expect(await itemsOf(message)).toMatchObject([{ part: { text: words, match: 'same' } }])
  })

  test('is one item for each of several, in the order of the message', async () => {
    const message = `“And we will not raise fees” and “${quotation}”, but also “the moon is made of cheese”`
    expect(await shown(message)).toEqual(['same: And we will not raise fees -> ferry2.md', same])
    expect((await find(ferry, message)).lookup.absent).toEqual(['the moon is made of cheese'])
  })

  test('is one item, however often the message repeats it', async () => {
    expect(await shown(`“${quotation}”, “${quotation}”. ${quotation}. ${quotation}!`)).toEqual([same])
    expect(await shown(`${quotation}. `.repeat(50))).toEqual([same])
  })

  test('is found in pieces if the articles have it in pieces', async () => {
    expect(await shown(`“${quotation}. And we will not raise fees”`)).toEqual([
      same,
      'same: And we will not raise fees -> ferry2.md',
    ])
    expect((await find(ferry, `“${quotation}. And we will not raise fees”`)).lookup.absent).toEqual([])
  })

  test('is never cut out of the middle of a clause that says something else', async () => {
    expect(await shown('The line will cost 12 million crowns a year')).toEqual([])
    expect(await shown('“The line will cost 12 million crowns a year”')).toEqual([])
  })

  test('differs in wording if a figure has another currency', async () => {
    expect((await shown('“The drug costs $4 a dose”')).map((line) => line.slice(0, 5))).toEqual(['same:'])
    expect(await itemsOf('“The drug costs $4 a dose”')).toMatchObject([{ snippet: { citation: { paragraph: 1 } } }])
    expect(await itemsOf('“The drug costs €4 a dose”')).toMatchObject([{ snippet: { citation: { paragraph: 2 } } }])
    expect(await shown('“The drug costs £4 a dose”')).toEqual([])
  })

  test('of a word or two is found once, with a count of the other sentences that have it', async () => {
    expect(await itemsOf('they call it a “ferry line”')).toMatchObject([
      { part: { text: 'ferry line', match: 'same', further: 1 }, snippet: { citation: { file: 'ferry.md' } } },
    ])
  })

  test('that is the title of an article is reported as such', async () => {
    expect((await find(ferry, '“Ferry line opens late”')).lookup).toMatchObject({
      absent: [],
      titles: [{ text: 'Ferry line opens late', article: 'ferry2' }],
    })
  })
})

describe('a statement', () => {
  test.each([
    ['We will raise the fares of the ferry in the spring', 'a.txt'],
    ['We will not raise the fares of the ferry in the spring', 'b.txt'],
    ['We will raise the fares of the ferry in the autumn', 'c.txt'],
  ])('is found with its polarity and its time alone: %s', async (words, file) => {
    for (const message of [words, `“${words}”`, `Land: “${words}”!`, `> ${words}`]) {
      expect(await shown(message, promises)).toEqual([`same: ${words} -> ${file}`])
    }
  })

  test('in nearly the same words is reported as such, with the difference', async () => {
    expect(await shown('We won’t raise the fares of the ferry in the spring', promises)).toEqual([
      'near: We won’t raise the fares of the ferry in the spring -> b.txt',
    ])
    expect(await itemsOf('“The harbor belongs to everyone”')).toMatchObject([
      { part: { match: 'near', onlyInMessage: ['harbor'], onlyInSnippet: ['harbour'] } },
    ])
    expect((await find(ferry, '“The harbor belongs to everyone”')).lookup.absent).toEqual([])
    expect(await itemsOf("“The harbour's everyone's, and it'll belong to everyone”")).toEqual([])
  })

  test('with another verb is not reported as nearly the same', async () => {
    const poll = await generationFrom({
      'poll.txt': 'An exit poll on Sunday had given the Union 41 seats in the assembly.\n',
    })
    expect(await itemsOf('the Union has 41 seats in the assembly', poll)).toMatchObject([
      { part: { match: 'similar' } },
    ])
    expect(await itemsOf('the exit poll on Sunday gave the Union 41 seats', poll)).toMatchObject([
      { part: { match: 'near' } },
    ])
  })

  test('in other words is reported as similar, with the words that only it has', async () => {
    expect(
      await itemsOf('the council voted to back a ferry line from the harbour to the island, hurray'),
    ).toMatchObject([
      { part: { match: 'similar', onlyInMessage: ['hurray'] }, snippet: { citation: { file: 'ferry.md' } } },
    ])
  })

  test('whose words are in opposite statements cites neither for the other, and names the negation', async () => {
    const items = await itemsOf('raise the fares of the ferry in the spring', promises)
    expect(items.map(filesOf)).toEqual([['a.txt'], ['b.txt']])
    expect(items.map(({ part }) => part)).toMatchObject([
      { match: 'same' },
      { match: 'negated', onlyInSnippet: ['not'] },
    ])
  })

  test.each([
    ['votes to 3, the mayor said', 'votes to 3, the clerk said'],
    ['votes to 3, the mayor said', 'percent to 3 percent, the mayor said'],
    ['votes to 3, the mayor said', 'votes to 3, and may revoke it, the mayor said'],
    ['votes to 3, the mayor said', 'votes to 4, the mayor said'],
  ])('in other words cites no sentence for one that differs: %s, %s', async (one, other) => {
    const start = 'The council of Brill approved the budget for the new school on Monday by 14 '
    const votes = await generationFrom({ 'a.txt': `${start}${one}.\n`, 'b.txt': `${start}${other}.\n` })
    const items = await itemsOf("On Monday Brill's council approved the budget of the new school", votes)
    expect(items.map(filesOf)).toEqual([['a.txt']])
    const copies = await generationFrom({ 'a.txt': `${start}${one}.\n`, 'b.txt': `${start}${one}.\n\nIt rained.\n` })
    expect(
      (await itemsOf("On Monday Brill's council approved the budget of the new school", copies)).map(filesOf),
    ).toEqual([['a.txt', 'b.txt']])
  })

  test('is not cut off from its own negation', async () => {
    expect(await shown('“We will never raise the fares of the ferry in the spring, Land”', promises)).toEqual([
      'similar: We will never raise the fares of the ferry in the spring, Land -> b.txt',
    ])
    expect(await shown('Land will not raise the fares of the ferry in the autumn', promises)).toEqual([])
  })

  test('is found by its clauses if the whole is not found', async () => {
    expect(
      await shown('breaking: sailors were killed, the harbour belongs to everyone, and four sailors were killed'),
    ).toEqual([
      'same: the harbour belongs to everyone -> ferry.md ferry2.md',
      'same: and four sailors were killed -> dose.txt',
    ])
  })

  test.each([
    'the council voted not to back a new ferry line between the old harbour and the island',
    'the council refused to back a new ferry line between the old harbour and the island',
    'the city council voted to reject a new ferry line between the old harbour and the island',
    'the council may back a new ferry line between the old harbour and the island',
    'the council voted on Monday to back a new ferry line between the old harbour and the island',
    'the new ferry line between the old harbour and the island cost 14 million euros',
    'The tanker Olga hit the ferry Marta near the mole',
    'The tanker hit the ferry near the mole',
  ])('is not found in one that says something else: %s', async (message) => {
    expect(await shown(message)).toEqual([])
  })
})

describe('the report on a message', () => {
  const noteOf = async (message: string) => {
    const reply = await findInArticles.run(message, { service: serviceOn(ferry), commands })
    if (reply.kind !== 'answer' && reply.kind !== 'nothing') throw new Error(`a reply of the kind ${reply.kind}`)
    return reply.kind === 'nothing' ? noteText(reply.note) : reply.note
  }

  test.each([
    ['', 'That message has no text.'],
    ['🙂 🙂', 'That message has no words to look up. Links, mentions and emoji do not count.'],
    ['ok', 'That message says too little to look up. It needs a quotation of two words or a sentence of four.'],
    ['“the moon is made of cheese”', 'These words are not in the articles: “the moon is made of cheese”.'],
    [
      '“the moon is made of cheese” is what my old teacher told us about Brill',
      'These words are not in the articles: “the moon is made of cheese”. No sentence in the articles says what the rest says.',
    ],
    ['my cat likes the garden best in spring', 'No sentence in the articles says what this message says.'],
    ['“Ferry line opens late” haha', '“Ferry line opens late” is the title of ferry2.'],
    [`“${quotation}”`, null],
    [
      `“${quotation}” and “the moon is made of cheese”`,
      'These words are not in the articles: “the moon is made of cheese”.',
    ],
  ])('%j: %s', async (message, note) => {
    expect(await noteOf(message)).toBe(note)
  })

  test('claims no search if nothing was looked up', async () => {
    const reply = await findInArticles.run('', { service: serviceOn(ferry), commands })
    expect(reply).toMatchObject({ kind: 'nothing', scope: null })
  })

  test('looks up a long message to a limit, and says so', async () => {
    const limit = `The message is long: only its first ${maxText.toLocaleString('en')} characters and ${maxParts} parts were looked up`
    const filler = 'word '.repeat(maxText / 5)
    expect(await noteOf(`${filler} “${quotation}”`)).toBe(`${limit}, and these say too little.`)
    expect(await noteOf(`“${quotation}” ${filler}`)).toBe(`${limit}.`)
    const many = Array.from({ length: maxParts + 1 }, (_, at) => `> line ${at} of the poem`).join('\n')
    expect(await noteOf(many)).toContain(`${limit}.`)
    expect((await find(ferry, many)).lookup.absent.length).toBeLessThanOrEqual(maxParts)
  })
})

describe('whatever a message holds', async () => {
  const news = await generationOf(seeds)
  const sentences = news.passages.flatMap(({ key, paragraph }) =>
    news.sentences(key).map(({ start, end }) => paragraph.text.slice(start, end)),
  )
  const vocabulary = sentences.flatMap((sentence) => sentence.split(/\s+/))
  const all = news.articles.flatMap(({ paragraphs }) =>
    paragraphs.map(
      ({ text }) =>
        ` ${exactWords(text)
          .map(({ folded }) => folded)
          .join(' ')} `,
    ),
  )
  const folded = (text: string) =>
    ` ${exactWords(text)
      .map((word) => word.folded)
      .join(' ')} `
  const citedText = ({ file, paragraph, start, end }: Citation) =>
    news.articles.find((article) => article.file === file)?.paragraphs[paragraph - 1]?.text.slice(start, end) ?? ''
  const stretch = fc
    .tuple(fc.constantFrom(...sentences), fc.nat({ max: 30 }), fc.integer({ min: 2, max: 30 }))
    .map(([sentence, from, count]) =>
      sentence
        .split(' ')
        .slice(from, from + count)
        .join(' '),
    )
  const piece = fc.oneof(
    { weight: 4, arbitrary: stretch },
    fc.array(fc.constantFrom(...vocabulary, 'not', 'never', 'will'), { maxLength: 8 }).map((some) => some.join(' ')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )
  const marks = fc.constantFrom('“”', '""', '„“', '«»', '‘’', "''", '  ', '> ', '\n\n', '||')
  const message = fc
    .array(fc.tuple(marks, piece), { maxLength: 6 })
    .map((some) => some.map(([[open = '', close = ''], text]) => `${open}${text}${close}`).join(' '))

  test('the comparison with its words is true', async () => {
    await fc.assert(
      fc.asyncProperty(message, async (text) => {
        const { lookup, ...answer } = await find(news, text)
        for (const absent of lookup.absent) expect(all.filter((row) => row.includes(folded(absent)))).toEqual([])
        for (const { part, snippet, alsoIn } of answer.status === 'answered' ? answer.items : []) {
          const also = part.match === 'same' ? alsoIn : []
          for (const citation of also) expect(folded(citedText(citation))).toContain(folded(part.text))
          expect(folded(text)).toContain(folded(part.text))
          if (part.match === 'same' || part.match === 'negated')
            expect(folded(snippet.text)).toContain(folded(part.text))
          else expect(folded(snippet.text)).not.toContain(folded(part.text))
        }
      }),
      { numRuns: 300 },
    )
  })
})
