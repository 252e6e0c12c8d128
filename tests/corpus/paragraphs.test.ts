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
      'a line ends a sentence',
      [wrapped[0], 'That is why the bridge by the old port had to be closed at noon.', 'The end.'],
    ],
    ['a line is narrow', ['The river rose in the night', 'and the bridge was closed']],
    ['a line is wide', [`${wrapped[0]} ${wrapped[1]}`, 'and the road.']],
    ['lines are list items', wrapped.map((line) => `- ${line}`)],
    ['lines are numbered', wrapped.map((line, at) => `${at + 1}. ${line}`)],
  ])('are the single lines where %s', (_, lines) => {
    expect(split(lines.join('\n'))).toEqual(lines)
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
