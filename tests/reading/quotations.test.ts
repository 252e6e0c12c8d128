import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readQuotations } from '../../src/reading/statements/read-quotations.ts'
import type { Quotation } from '../../src/reading/statements/spans/quotation.ts'
import { articleOf } from '../../testkit/articles/article-of.ts'

const read = (...texts: readonly string[]): readonly Quotation[] => readQuotations(articleOf(...texts))
const said = (...texts: readonly string[]): readonly [string, string | null][] =>
  read(...texts).map((quotation) => [quotation.text, quotation.speaker])

describe('quoted stretches', () => {
  test('reads curly, straight and single marks', () => {
    expect(said('“We will build it,” Ana Lima said.')).toEqual([['We will build it,', 'Ana Lima']])
    expect(said('"We will build it," Ana Lima said.')).toEqual([['We will build it,', 'Ana Lima']])
    expect(said("'We will build it,' Ana Lima said. 'It won't wait.'")).toEqual([
      ['We will build it,', 'Ana Lima'],
      ["It won't wait.", 'Ana Lima'],
    ])
  })

  test('reads British print: single marks outside, double ones inside', () => {
    expect(
      said(
        'Ana Lima met the press.',
        '‘We can’t wait for the workers’ vote,’ Lima said. ‘He called it “a disgrace” twice.’',
        'It was the worst since the ’70s.',
      ),
    ).toEqual([
      ['We can’t wait for the workers’ vote,', 'Ana Lima'],
      ['He called it “a disgrace” twice.', 'Ana Lima'],
    ])
  })

  test('leaves single marks alone where double ones are outside', () => {
    expect(said('“We will build it,” Ana Lima said.', 'It is called the ‘iron lady’ of bridges.')).toHaveLength(1)
  })

  test('reads marks that are turned the wrong way', () => {
    expect(said('“We will build it,“ Ana Lima said. ”It is time.”')).toEqual([
      ['We will build it,', 'Ana Lima'],
      ['It is time.', 'Ana Lima'],
    ])
  })

  test('gives each piece of a split quotation, in one group', () => {
    const [first, second] = read('“The bridge,” Ana Lima said, “will be open by spring.”')
    expect([first?.text, second?.text]).toEqual(['The bridge,', 'will be open by spring.'])
    expect(second?.speaker).toBe('Ana Lima')
  })

  test('takes up a quotation that a paragraph leaves open', () => {
    const found = read('“We begin on Monday,” Ana Lima said. “The rest follows.', '“Nobody is left behind.”')
    expect(found.map((quotation) => [quotation.paragraph, quotation.text, quotation.speaker])).toEqual([
      [1, 'We begin on Monday,', 'Ana Lima'],
      [1, 'The rest follows.', 'Ana Lima'],
      [2, 'Nobody is left behind.', 'Ana Lima'],
    ])
  })

  test('leaves attribute values and nested marks alone', () => {
    expect(read('<a href="/a/long/path of words">Ana Lima said nothing.</a>')).toEqual([])
    expect(said('“He told us ‘never again’ twice,” Ana Lima said.')).toEqual([
      ['He told us ‘never again’ twice,', 'Ana Lima'],
    ])
  })

  test('reads body paragraphs only', () => {
    expect(readQuotations(articleOf({ kind: 'caption', text: '“We will build it,” Ana Lima said.' }))).toEqual([])
  })
})

describe('the speaker', () => {
  test.each([
    ['before the words', 'Ana Lima told reporters, “We will build the bridge.”'],
    ['after the words', '“We will build the bridge,” said Ana Lima, a councillor.'],
    ['with a role between commas', 'Ana Lima, the mayor of Porto, said “we will build the bridge.”'],
    ['with a relative clause', 'Ana Lima, who came by train, said that “we will build the bridge.”'],
    ['before a participle', 'Ana Lima defended the plan, saying, “We will build the bridge.”'],
    ['after a colon', 'Ana Lima answered: “We will build the bridge.”'],
    ['as a source', 'The plan “will cost us nothing at all,” according to Ana Lima.'],
    ['with a party in brackets', '“We will build the bridge,” Sen. Ana Lima (R-Utah) said on Friday.'],
    ['in apposition to her role', '“We will build the bridge,” said a spokeswoman for the port, Ana Lima.'],
    ['behind a possessive', '“We will build the bridge,” the mayor’s sister, Ana Lima, said.'],
    ['behind her employer', '“We will build the bridge,” Costa spokeswoman Ana Lima said.'],
    ['in the paragraph before, that ends with a colon', 'Ana Lima wrote on Friday:\n“We will build the bridge.”'],
  ])('is found %s', (_, text) => {
    expect(read(...text.split('\n')).map((quotation) => quotation.speaker)).toEqual(['Ana Lima'])
  })

  test('is the full name of the article’s name book, without titles', () => {
    expect(said('President Ana Maria Lima arrived.', '“Good morning,” Mrs. Lima said.')).toEqual([
      ['Good morning,', 'Ana Maria Lima'],
    ])
  })

  test('is an office if an office speaks', () => {
    const [found] = read('Mayor Ana Lima was away.', 'Lima’s office said it “was not informed of the plan.”')
    expect(found?.speaker).toBe('Ana Lima’s office')
  })

  test('is both if two speak together', () => {
    const text = '“We will build the bridge,” Ana Lima and Rui Costa wrote in a letter.'
    expect(said(text)).toEqual([['We will build the bridge,', 'Ana Lima and Rui Costa']])
  })

  test('is the last fitting person for a pronoun', () => {
    const found = read('Mary Costa met John Silva.', '“It went very well,” she said.', '“It did,” he said.')
    expect(found.map((quotation) => quotation.speaker)).toEqual(['Mary Costa', 'John Silva'])
  })

  test('is unclear rather than guessed if nobody is named', () => {
    expect(said('“We saw the water rise,” a witness said.')).toEqual([['We saw the water rise,', null]])
  })
})

describe('what a quotation carries', () => {
  test('has the role as the article words it, before the name or after a comma', () => {
    const [before, after] = read(
      'Portuguese Finance Minister Ana Lima wrote that “the bridge is paid for in full.”',
      'Rui Costa, the head of the port authority, replied that “it is not even half built.”',
    )
    expect(before?.role).toBe('Portuguese Finance Minister')
    expect(after?.role).toBe('head of the port authority')
  })

  test('has no role that is that of another: "the head of the port authority"', () => {
    expect(
      read('Rui Costa is the chief executive of Norvane. “We will build the new bridge,” Norvane said.'),
    ).toMatchObject([{ speaker: 'Norvane', role: null }])
  })

  test('points to the cue and to the mention of the speaker', () => {
    const text = '“We will build the bridge,” Ana Lima announced on Friday.'
    const [found] = read(text)
    expect(found?.cue).toBe('announced')
    expect(found?.rule).toBe('cue-after')
    expect(text.slice(found?.mention?.start, found?.mention?.end)).toBe('Ana Lima')
  })

  test('is direct as a whole sentence and partial inside one', () => {
    const [direct, partial] = read('“We will build it,” Ana Lima said. She called the plan “a debt to our children.”')
    expect([direct?.kind, partial?.kind]).toEqual(['direct', 'partial'])
  })

  test('shares a group with the other pieces of its utterance and with no other utterance', () => {
    const groups = read(
      '“The bridge,” Ana Lima said, “will be open by spring.”',
      'Ana Lima said the port “has waited long enough for it.” Rui Costa said the port “can wait another year.”',
    ).map((quotation) => quotation.group)
    expect(groups[0]).toBe(groups[1])
    expect(new Set(groups).size).toBe(3)
  })

  test.each([
    'Mayor Ivo Land denied that he had said “we will sell the mill”.',
    'Mayor Ivo Land denied ever having said “we will sell the mill”.',
    'Mayor Ivo Land denied reports that he said “we will sell the mill”.',
    'Mayor Ivo Land never said “we will sell the mill”.',
    'Mayor Ivo Land did not say, “We will sell the mill.”',
    'Mayor Ivo Land hasn’t said “we will sell the mill”.',
    'Mayor Ivo Land refused to say “we will sell the mill”.',
    'Mayor Ivo Land left without saying “we will sell the mill”.',
    'Nobody heard Mayor Ivo Land say “we will sell the mill”.',
    'No one on the council heard Mayor Ivo Land say “we will sell the mill”.',
    'Ana Lima did not claim that Mayor Ivo Land said “we will sell the mill”.',
  ])('reads no quotation in words that were not spoken: %s', (text) => {
    expect(said('The mill is old.', text)).toEqual([])
  })

  test.each([
    'Mayor Ivo Land not only said “we will sell the mill”.',
    'Mayor Ivo Land did not deny that he had said “we will sell the mill”.',
    'Mayor Ivo Land did not hide: “We will sell the mill.”',
    'Mayor Ivo Land did not say why but added “we will sell the mill”.',
    'Mayor Ivo Land never failed to say “we will sell the mill”.',
    '“We will sell the mill,” said Mayor Ivo Land, who had never said a word before.',
    'No plan is ready, but Mayor Ivo Land said “we will sell the mill”.',
  ])('reads the quotation in words that were spoken: %s', (text) => {
    expect(said('The mill is old.', text).map(([, speaker]) => speaker)).toEqual(['Ivo Land'])
  })

  test('has a confidence from 0 to 1, which is 0 if the speaker is unclear', () => {
    const found = read('“We will build it,” Ana Lima said.', '“We saw the water rise,” a witness said.')
    expect(found.map((quotation) => quotation.confidence > 0.9)).toEqual([true, false])
    expect(found[1]?.confidence).toBe(0)
  })
})

describe('words without marks', () => {
  test('reads the turns of a transcript', () => {
    expect(
      said(
        'Ana Lima met the press.',
        'REPORTER: What will you do about the bridge?',
        'LIMA: We will build it.',
        'REPORTER: When?',
        'LIMA: In spring.',
      ),
    ).toEqual([
      ['What will you do about the bridge?', 'REPORTER'],
      ['We will build it.', 'Ana Lima'],
      ['When?', 'REPORTER'],
      ['In spring.', 'Ana Lima'],
    ])
  })

  test('does not take a list of labels for a transcript', () => {
    expect(said('Results by town:', 'Porto: 1,204', 'Braga: 983', 'Porto: 12 %', 'Braga: 9 %')).toEqual([])
  })

  test('reads a Markdown block quote', () => {
    expect(said('Ana Lima put it this way:', '> Nothing is built in a day.')).toEqual([
      ['Nothing is built in a day.', 'Ana Lima'],
    ])
  })
})

describe('words that nobody said', () => {
  test.each([
    ['a term', 'Ana Lima joined the so-called “friends of the bridge” on Friday.'],
    ['a modifier', 'Ana Lima insisted that any European “comfort” fund needs money.'],
    ['a noun at arm’s length', 'Several towns indicated that the money would be a “cushion.”'],
    ['a programme', 'Ana Lima spoke on CNN’s “Early Morning Show” on Friday.'],
  ])('are no quotation: %s', (_, text) => {
    expect(read(text)).toEqual([])
  })

  test('differ from two words that a cue with a speaker governs', () => {
    expect(said('Ana Lima spoke for an hour, praising Costa’s “steady hand” at the port.')).toEqual([
      ['steady hand', 'Ana Lima'],
    ])
  })
})

describe('any text at all', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    ' ',
    'Ana',
    'Lima',
    'said',
    'she',
    ',',
    '.',
    '\n',
    'the',
    ':',
    '(',
    ')',
  )
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  )

  test('gives stretches in range, in order, without overlap, equal to the paragraph’s text', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        const found = read(...texts)
        let paragraph = 0
        let end = 0
        for (const quotation of found) {
          if (quotation.paragraph !== paragraph) end = 0
          paragraph = quotation.paragraph
          expect(quotation.start).toBeGreaterThanOrEqual(end)
          expect(quotation.end).toBeGreaterThan(quotation.start)
          expect(quotation.text).toBe(texts[paragraph - 1]?.slice(quotation.start, quotation.end))
          end = quotation.end
        }
      }),
      { seed: 4, numRuns: 500 },
    )
  })

  test('is read the same way twice', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        expect(read(...texts)).toEqual(read(...texts))
      }),
      { seed: 4, numRuns: 100 },
    )
  })

  test.each([
    ['quote marks', '"'.repeat(300_000)],
    ['opening marks', '“'.repeat(300_000)],
    ['single marks', " 'a".repeat(100_000)],
    ['names', 'Ana Lima said “so it is” and '.repeat(4_000)],
    ['different names', Array.from({ length: 30_000 }, (_, index) => `A${index} Lima`).join(' met ')],
    ['quotations without a name', '“we go on and on” and '.repeat(6_000)],
    ['pronouns and names', 'Ana Lima met Mary Costa. “We go on,” she said. '.repeat(3_000)],
    ['capitals', 'A '.repeat(200_000)],
    ['commas', `${'Ana, '.repeat(60_000)}said “we go on.”`],
    ['denials', `Ana ${'denied '.repeat(60_000)}said “we go on.”`],
    ['denials of denials', `Ana ${'denied that she '.repeat(60_000)}said “we go on.”`],
  ])('ends soon on a paragraph full of %s', (_, hostile) => {
    expect(Array.isArray(read(hostile))).toBe(true)
  })
})
