import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../src/corpus/parse-article.ts'
import { readQuotations } from '../../src/reading/statements/read-quotations.ts'

const parse = (text: string) => parseArticle('2024-03-05 Choir meeting.txt', text, '')
const texts = async (text: string) => (await parse(text)).paragraphs.map((paragraph) => paragraph.text)

describe('subtitles are paragraphs of what one speaker says, without times', () => {
  const cues: readonly (readonly [string, string])[] = [
    ['Nina Vale', 'The choir has a new organ, and it'],
    ['Nina Vale', 'came by barge in May.'],
    ['Hugo Prado', 'Who paid for it?'],
    ['Nina Vale', 'Every baker of the town.'],
    ['Hugo Prado', 'All of them?'],
  ]
  const expected = [
    'Nina Vale: The choir has a new organ, and it came by barge in May.',
    'Hugo Prado: Who paid for it?',
    'Nina Vale: Every baker of the town.',
    'Hugo Prado: All of them?',
  ]
  const time = (at: number, sign: string) => `00:00:0${at}${sign}000 --> 00:00:0${at + 1}${sign}000`

  test.each([
    [
      'WebVTT with labels',
      `WEBVTT\n\nNOTE made by hand\n\n${cues.map(([name, words], at) => `${at}\n${time(at, '.')} align:start\n${name}: ${words}`).join('\n\n')}`,
    ],
    [
      'WebVTT with voices',
      `WEBVTT\n\n${cues.map(([name, words], at) => `${time(at, '.')}\n<v ${name}><i>${words}</i></v>`).join('\n\n')}`,
    ],
    ['SubRip', cues.map(([name, words], at) => `${at + 1}\n${time(at, ',')}\n${name}: ${words}`).join('\r\n\r\n')],
  ])('%s', async (_, text) => {
    const article = await parse(text)
    expect(article).toMatchObject({ title: 'Choir meeting', date: '2024-03-05' })
    expect(article.paragraphs.map((paragraph) => paragraph.text)).toEqual(expected)
    expect(readQuotations(article).map(({ speaker }) => speaker)).toEqual([
      'Nina Vale',
      'Hugo Prado',
      'Nina Vale',
      'Hugo Prado',
    ])
  })

  test('a transcript of a video, with rolling lines', async () => {
    const text =
      '0:00\nso today we look at how to\n0:03\nso today we look at how to\nsharpen a chisel\n0:06\nwith a flat stone\n'
    expect(await texts(text)).toEqual(['so today we look at how to sharpen a chisel with a flat stone'])
  })

  test('end at a sentence when they are long, and at some point without one', async () => {
    const cue = (at: number, words: string) => `0:${String(at).padStart(2, '0')}\n${words}\n`
    const spoken = Array.from({ length: 50 }, (_, at) =>
      cue(at, `the stone of number ${at} is flat${at % 10 === 9 ? '.' : ''}`),
    )
    const paragraphs = await texts(spoken.join(''))
    expect(paragraphs.length).toBeGreaterThan(3)
    expect(paragraphs.every((text) => text.endsWith('.'))).toBe(true)
    const endless = await texts(spoken.join('').replaceAll('.', ''))
    expect(Math.max(...endless.map((text) => text.length))).toBeLessThan(800)
    expect(endless.join(' ').match(/number/g)).toHaveLength(50)
  })
})

test.each([
  'The mill opens at\n\n9:30\n\nand closes at\n\n17:00',
  'Ana Lima\n0:10\nThe mill turns.\n0:20\nIt rests.\n0:30\nIt turns.',
])('a text with times is no subtitles: %j', async (text) => {
  expect(await texts(text)).toEqual(text.split(/\n+/))
})
