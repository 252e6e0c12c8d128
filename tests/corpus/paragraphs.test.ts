import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadFile } from '../../src/corpus/article/bad-file.ts'
import { paragraphRanges } from '../../src/corpus/formats/paragraphs.ts'
import { parseArticle } from '../../src/corpus/parse-article.ts'
import { anyText, visible } from '../../testkit/text/any-text.ts'
import { hostile } from '../../testkit/text/hostile.ts'

const split = (text: string) => paragraphRanges(text).map(({ start, end }) => text.slice(start, end))

const wrapped = [
  'The river rose in the night and by the morning it had come over the',
  'walls of the old port, so that the council closed both bridges and the',
  'road to the station.',
]

describe('paragraphs', () => {
  test('are the non-empty lines, trimmed', () => {
    expect(split('One.\nTwo.\n\n  Three. \t\n\n\n\u00a0\nFour.')).toEqual(['One.', 'Two.', 'Three.', 'Four.'])
  })

  test('end at every kind of line break', () => {
    expect(split('One.\r\nTwo.\rThree.\u2028Four.\u2029Five.\u0085Six.')).toEqual([
      'One.',
      'Two.',
      'Three.',
      'Four.',
      'Five.',
      'Six.',
    ])
  })

  test('count headings, rules, list items and what the page prints', () => {
    expect(split('# Flood\n- a boat\n- a bridge\n1. first\n___\nAdvertisement')).toHaveLength(6)
  })

  test.each(['\n', '\r\n'])('are one if prose was wrapped by hand, with the line breaks kept (%j)', (lineBreak) => {
    const text = wrapped.join(lineBreak)
    expect(split(`Before.${lineBreak}${lineBreak}${text}${lineBreak}${lineBreak}After.`)).toEqual([
      'Before.',
      text,
      'After.',
    ])
  })

  test.each([
    [
      'every line ends a sentence',
      [
        'The river rose in the night and came over the walls of the old port.',
        'That is why the bridge by the old port had to be closed at noon.',
        'The end.',
      ],
    ],
    ['a line is narrow', ['The river rose in the night', 'and the bridge was closed']],
    ['a line is wide', [`${wrapped[0]} ${wrapped[1]}`, 'and the road.']],
    ['lines are list items', wrapped.map((line) => `- ${line}`)],
    ['lines are numbered', wrapped.map((line, at) => `${at + 1}. ${line}`)],
  ])('are the single lines where %s', (_, lines) => {
    expect(split(lines.join('\n'))).toEqual(lines)
  })

  test('are one if lines of wrapped prose end sentences, or a short line is followed by a long word', () => {
    const prose = [
      'Last month the keepers of the lighthouse agreed on something old again.',
      'They will replace the lamp with a new one made in Norway, which Bea',
      'Melo has chosen from the catalogue of the',
      'Lighthouse-and-Fog-Horn-Manufacturing-Company, by the end of winter.',
    ].join('\n')
    expect(split(prose)).toEqual([prose])
  })

  test('of two lines are one if other blocks of the text show the width at which it was wrapped', () => {
    const two = 'The harbour council met behind closed doors on the evening of Monday.\nIvo Reis left early.'
    expect(split(two)).toHaveLength(2)
    expect(split(`${wrapped.join('\n')}\n\n${two}`)).toEqual([wrapped.join('\n'), two])
  })

  test('begin where the first word of a line would have fit into the line above', () => {
    const [one = '', two = '', three = ''] = wrapped
    expect(split([one, two, three, 'Nobody was hurt.', one, two].join('\n'))).toEqual([
      [one, two, three].join('\n'),
      'Nobody was hurt.',
      [one, two].join('\n'),
    ])
  })

  test('that are list items keep their continuation lines', () => {
    const list =
      '- Bea Melo left the choir.\n  She sings alone now.\n- Ivo Reis stays.\n3. The third\n   is new.\nThe end.'
    expect(split(list)).toEqual([
      '- Bea Melo left the choir.\n  She sings alone now.',
      '- Ivo Reis stays.',
      '3. The third\n   is new.',
      'The end.',
    ])
  })

  test('are in order, do not overlap, and hold every visible character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0
        for (const range of paragraphRanges(text)) {
          expect(range.start).toBeGreaterThanOrEqual(end)
          expect(range.end).toBeGreaterThan(range.start)
          end = range.end
        }
        expect(visible(split(text).join(''))).toBe(visible(text).replaceAll('\u0085', ''))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a line of a block of several lines', () => {
  test('is never a heading, but a line of its own is', async () => {
    const { paragraphs } = await parseArticle(
      'flood.txt',
      'A Night of Storms\n\nPorto Verde\nVila Nova\n\nThe river rose.',
      '',
    )
    expect(paragraphs.map(({ kind }) => kind)).toEqual(['heading', 'body', 'body', 'body'])
  })

  test('of a wrapped quote is joined without its mark', async () => {
    const text = wrapped.map((line) => `> ${line}`).join('\n')
    const { paragraphs } = await parseArticle('mail.txt', text, '')
    expect(paragraphs).toMatchObject([{ text: `> ${wrapped.join('\n')}`, fileStart: null, fileEnd: null }])
  })
})

describe('the paragraphs of an article', () => {
  const head = fc.constantFrom(
    '',
    ' date 2024-05-03 ',
    'date 2024-05-03\n',
    '---\ntitle: "Flood"\n---\n',
    '---\r\ndate: 2024-05-03\r\n---\r\n',
  )

  test('are at their offsets in the file, in order, numbered from 1, with nothing visible left out', async () => {
    await fc.assert(
      fc.asyncProperty(head, anyText, async (before, rest) => {
        const file = `${before}Ana came.\n${rest}`
        const { paragraphs } = await parseArticle('flood.txt', file, '')
        let outside = ''
        let end = 0
        for (const [at, paragraph] of paragraphs.entries()) {
          expect(paragraph.number).toBe(at + 1)
          const fileStart = paragraph.fileStart ?? -1
          const fileEnd = paragraph.fileEnd ?? -1
          expect(fileStart).toBeGreaterThanOrEqual(end)
          expect(file.slice(fileStart, fileEnd)).toBe(paragraph.text)
          outside += file.slice(end, fileStart)
          end = fileEnd
        }
        outside += file.slice(end)
        expect(visible(outside).replaceAll('\u0085', '')).toBe(visible(before))
      }),
      { numRuns: 500 },
    )
  })

  test('are at most 20,000 with 50,000 characters each; a file beyond that is refused', async () => {
    const parse = (text: string) => parseArticle('long.txt', text, '')
    expect((await parse('The river rose.\n'.repeat(20_000))).paragraphs).toHaveLength(20_000)
    await expect(parse('The river rose.\n'.repeat(20_001))).rejects.toMatchObject({
      code: 'too-large',
      reason: 'has over 20,000 paragraphs; split it into smaller files',
    })
    expect((await parse('a'.repeat(50_000))).paragraphs).toHaveLength(1)
    await expect(parse(`It rose.\n${'a'.repeat(50_001)}`)).rejects.toMatchObject({
      code: 'too-large',
      reason: expect.stringContaining('over 50,000 characters (¶2)'),
    })
  })

  test.each(hostile)('are read in a short time, or refused, when the file repeats %s', async (_, text) => {
    const long = text.slice(0, 49_000)
    for (const content of [text, long, `# ${long}\nBy ${long}\n(${long}`]) {
      const parsed = await parseArticle('hostile.md', content, '').catch((error: unknown) => error)
      if (!(parsed instanceof BadFile)) expect(parsed).toMatchObject({ title: expect.stringMatching(/^.{0,300}$/s) })
    }
  })
})
