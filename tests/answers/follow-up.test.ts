import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { cite } from '../../src/answers/answer/citation.ts'
import { paragraphKey } from '../../src/answers/articles/paragraph-context.ts'
import { followUp } from '../../src/answers/ask/follow-up.ts'
import type { Generation } from '../../src/library/generation/generation.ts'
import { generationOf } from '../../testkit/articles/generation-of-texts.ts'

const text = `President Anna Lund opened the pier in Bergen on Monday. Captain Jens Vik was not there.

Mr. Vik said the fees of Nordlys were too high.

The sea was calm all day.`

describe('a question that refers to an earlier answer', () => {
  let generation: Generation
  beforeAll(async () => {
    generation = await generationOf(text)
  })
  /** The question as it is read after an answer that cites some sentences of a paragraph, by its index. */
  const askedAfter = (at: number, cited: string, question: string) => {
    const passage = generation.passages[at]
    if (passage === undefined) throw new Error(`no paragraph ${at}`)
    const start = passage.paragraph.text.indexOf(cited)
    const range = { start, end: start + cited.length }
    return followUp(generation, question, { key: paragraphKey(cite(generation, passage, range)), ranges: [range] })
  }
  const both = 'President Anna Lund opened the pier in Bergen on Monday. Captain Jens Vik was not there.'
  const onlyVik = 'Captain Jens Vik was not there.'

  test.for([
    ['and what did he say about fees?', 'and what did Jens Vik say about fees?'],
    ['What did she open?', 'What did Anna Lund open?'],
    ['What is her plan for Monday?', 'What is Anna Lund\u2019s plan for Monday?'],
    ['Who stood by her in Bergen?', 'Who stood by Anna Lund in Bergen?'],
    ['Why was HE not there?', 'Why was Jens Vik not there?'],
  ] as const)('replaces the pronoun with the person it refers to: %s', ([question, expected]) => {
    expect(askedAfter(0, both, question)).toBe(expected)
  })

  test('refers only to names in the cited sentences', () => {
    expect(askedAfter(0, onlyVik, 'What did she open?')).toBe('What did she open?')
    expect(askedAfter(0, onlyVik, 'Where was their pier?')).toBe('Where was Jens Vik\u2019s pier?')
  })

  test.for([
    'How many rockets were fired?',
    'What did Anna Lund say when she opened the pier?',
    'The theory of theirs',
  ])('stays as it is where it leans on nothing: %s', (question) => {
    expect(askedAfter(0, both, question)).toBe(question)
  })

  test('stays as it is if the answer names nobody or its paragraph is gone', () => {
    expect(askedAfter(2, 'The sea was calm all day.', 'What did he say?')).toBe('What did he say?')
    const gone = { key: `00000000.1.${'0'.repeat(16)}`, ranges: [{ start: 0, end: both.length }] }
    expect(followUp(generation, 'What did he say?', gone)).toBe('What did he say?')
  })

  test('at most has one name of the articles inserted, whatever is asked and shown', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc.constantFrom('he', 'their', 'her', ''),
        (a, b, pronoun) => {
          const question = `${a} ${pronoun} ${b}`
          const read = askedAfter(0, both, question)
          const names = ['Anna Lund', 'Jens Vik', 'Bergen'].flatMap((name) => [name, `${name}\u2019s`])
          expect(read === question || names.some((name) => read.includes(name))).toBe(true)
        },
      ),
    )
  })
})
