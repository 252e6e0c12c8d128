import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../src/corpus/parse-article.ts'
import { readQuotations } from '../../src/reading/statements/read-quotations.ts'

const said = async (text: string, file = 'talk.md') =>
  readQuotations(await parseArticle(file, text, '')).map((quotation) => [quotation.text, quotation.speaker])

describe('every turn of a transcript is a quotation of its speaker', () => {
  const turns: readonly (readonly [string, string])[] = [
    ['How did the choir get its organ?', 'Hugo Prado'],
    ['It came by barge, in nine crates.', 'Nina Vale'],
    ['Who paid for it?', 'Hugo Prado'],
    ['Every baker of the town paid for a pipe.', 'Nina Vale'],
  ]
  const written = (form: (name: string, words: string) => string) =>
    turns.map(([words, name]) => form(name, words)).join('\n\n')
  const initials = (name: string, words: string) =>
    `**${words === turns[0]?.[0] || words === turns[1]?.[0] ? name : name.replace(/[^A-Z]/g, '')}:** ${words}`

  test.each([
    ['plain names', 'talk.txt', written((name, words) => `${name}: ${words}`)],
    ['bold names', 'talk.md', written((name, words) => `**${name}:** ${words}`)],
    ['bold names before the colon', 'talk.md', written((name, words) => `**${name}**: ${words}`)],
    [
      'bold questions',
      'talk.md',
      written((name, words) => (words.endsWith('?') ? `**${name}: ${words}**` : `**${name}:** ${words}`)),
    ],
    ['names on lines of their own', 'talk.md', written((name, words) => `**${name}:**\n\n${words}`)],
    [
      'names in capitals after a time',
      'talk.txt',
      written((name, words) => `[00:01:15] ${name.toUpperCase()}: ${words}`),
    ],
    ['names with a time on lines of their own', 'talk.txt', written((name, words) => `${name} (1:15):\n\n${words}`)],
    ['names after a mark of a new speaker', 'talk.txt', written((name, words) => `>> ${name}: ${words}`)],
    ['names with a time after the colon', 'talk.txt', written((name, words) => `${name}: (01:15)\n${words}`)],
    ['names with a time and no colon', 'talk.md', written((name, words) => `**${name}** [0:15]\n${words}`)],
    [
      'names with a linked time',
      'talk.md',
      written((name, words) => `${name} ([00:01:15](https://video.example/?t=75)) ${words}`),
    ],
    ['names in brackets before a time', 'talk.txt', written((name, words) => `[${name}] 10:02:11\n${words}`)],
    ['names alone on lines', 'talk.txt', written((name, words) => `${name}\n(00:01:15)\n${words}`)],
    ['names as headings', 'talk.md', written((name, words) => `### ${name}\n\n${words}`)],
    ['names in bold on lines of their own', 'talk.md', written((name, words) => `**${name}**\n\n${words}`)],
    [
      'names in a web page',
      'talk.html',
      `<article><h1>The organ</h1><p>The organ of the old church is played again by everybody who can play, said nobody, and so the choir sings on.</p>${written((name, words) => `<div><b>${name}</b> <span>1:15</span></div><div>${words}</div>`)}</article>`,
    ],
    ['initials after the first full names', 'talk.md', written(initials)],
  ])('with %s', async (_, file, text) => {
    expect(await said(file.endsWith('html') ? text : `The organ is played again.\n\n${text}`, file)).toEqual(turns)
  })

  test('with Q and A, by the name in the heading; who asks is unclear', async () => {
    const text =
      '# An interview with Nina Vale\n\nQ: Who paid?\n\nA: Every baker did.\n\nQ: All of them?\n\nA: All nine.'
    expect(await said(text)).toEqual([
      ['Who paid?', null],
      ['Every baker did.', 'Nina Vale'],
      ['All of them?', null],
      ['All nine.', 'Nina Vale'],
    ])
  })

  test('with bold questions and no labels, by the name in the heading', async () => {
    const text =
      '# Ten minutes\n\nA conversation with Nina Vale in the loft.\n\n## Interview with Nina Vale\n\n**Who paid?**\n\nEvery baker did.\n\nThey still do.\n\n**All of them?**\n\nAll nine.\n\nThe loft is closed in winter.'
    expect(await said(text)).toEqual([
      ['Who paid?', null],
      ['Every baker did.', 'Nina Vale'],
      ['They still do.', 'Nina Vale'],
      ['All of them?', null],
      ['All nine.', 'Nina Vale'],
    ])
    expect(await said(text.replace('Interview with Nina Vale', 'The loft'))).toEqual([])
  })

  test('over several paragraphs, but not beyond the last one', async () => {
    const text = `${written((name, words) => `${name}: ${words}\n\nAnd so on, said with a smile by the fire.`)}\n\nThe talk was in May.`
    const found = await said(text, 'talk.txt')
    expect(found.filter(([words]) => words?.startsWith('And so on')).map(([, name]) => name)).toEqual([
      'Hugo Prado',
      'Nina Vale',
      'Hugo Prado',
    ])
  })

  test('in an interview of two hundred paragraphs', async () => {
    const long = Array.from(
      { length: 200 },
      (_, at) => `${at % 2 === 0 ? 'Hugo Prado' : 'Nina Vale'}: This is remark number ${at}.`,
    )
    const found = await said(long.join('\n\n'), 'talk.txt')
    expect(found).toHaveLength(200)
    expect(found.filter(([, name], at) => name !== (at % 2 === 0 ? 'Hugo Prado' : 'Nina Vale'))).toEqual([])
  })
})

test('a speaker whom the transcript only numbers is unclear, and ends the turn before', async () => {
  const turns = (name: string) => `${name}  0:10\nThe organ came by barge.\n\nSpeaker 2  0:20\nWho paid for it?\n\n`
  const text = `${turns('Nina Vale')}${turns('Nina Vale')}Hugo Prado  0:30\nI did.\n\nHugo Prado  0:40\nAll of it.`
  expect(await said(text, 'talk.txt')).toEqual([
    ['The organ came by barge.', 'Nina Vale'],
    ['Who paid for it?', null],
    ['The organ came by barge.', 'Nina Vale'],
    ['Who paid for it?', null],
    ['I did.', 'Hugo Prado'],
    ['All of it.', 'Hugo Prado'],
  ])
})

test('headings that are repeated in each part of a guide are no speakers', async () => {
  const part = '### Getting There\n\nTake the ferry.\n\n### Opening Hours\n\nIt opens at ten.\n\n'
  expect(await said(part.repeat(3))).toEqual([])
})

test('labels that are no speakers are no transcript', async () => {
  expect(await said('Porto Verde: 1,204\n\nVila Nova: 983\n\nThe Old Mill: a house of 1931.', 'towns.txt')).toEqual([])
})
