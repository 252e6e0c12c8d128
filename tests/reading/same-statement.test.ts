import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareWording, isSameStatement } from '../../src/reading/alignment/compare-wording.ts'

const isSame = (a: string, b: string) => isSameStatement({ text: a, date: null }, { text: b, date: null })
const kinds = (a: string, b: string) =>
  compareWording({ text: a, date: null }, { text: b, date: null }).differences.map(({ kind }) => kind)

describe('two sentences are not the same statement', () => {
  test.each([
    ['negation', 'Police have ruled out arson.', 'Police have not ruled out arson.'],
    ['negation', 'The bank said it would sell the mill.', 'The bank denied it would sell the mill.'],
    ['negation', 'The crew stopped the train at Moor.', 'The crew failed to stop the train at Moor.'],
    ['negation', 'Everyone at the yard wore a helmet.', 'Nobody at the yard wore a helmet.'],
    ['modality', 'The strike will end on Friday.', 'The strike may end on Friday.'],
    ['modality', 'The driver was drunk.', 'The driver was allegedly drunk.'],
    ['modality', 'Rents rose in the spring.', 'Rents will rise in the spring.'],
    ['condition', 'The pool will open in June.', 'The pool will open in June unless the pump fails.'],
    ['condition', 'The club will pay the fine.', 'The club will pay the fine, but only if it loses.'],
    ['figure', 'Fourteen sailors drowned.', 'Forty sailors drowned.'],
    ['figure', 'The pass is 40 kilometres long.', 'The pass is 40 miles long.'],
    ['figure', 'It sold for £3m.', 'It sold for €3m.'],
    ['figure', 'Over 200 people fled.', 'At least 200 people fled.'],
    ['figure', 'The index rose by +5%.', 'The index rose by -5%.'],
    ['time', 'The ferry sailed on Monday.', 'The ferry sailed on Sunday.'],
    ['time', 'The dam broke on 12 March.', 'The dam broke on 12 May.'],
    ['name', 'A bomb went off in Lund.', 'A bomb went off in Moor.'],
    ['name', 'The film stars Ana Lima.', 'The film stars Eva Lima.'],
    ['name', 'The Prime Minister resigned.', 'The Minister resigned.'],
    ['name', 'He sold the Brill Times.', 'He sold the Times.'],
    ['word', 'Attacks on Lund rose.', 'Attacks in Lund rose.'],
    ['opposite', 'The court found the strike legal.', 'The court found the strike illegal.'],
    ['opposite', 'The jury will acquit the guard.', 'The jury will convict the guard.'],
    ['word', 'Few people came.', 'A few people came.'],
    ['word', 'The city will build a school.', 'The city will build a prison.'],
    ['order', 'The mayor, said the clerk, lied.', 'The mayor said the clerk lied.'],
    ['question', 'Is the mayor ill?', 'The mayor is ill.'],
  ])('that differ in %s: %s / %s', (kind, a, b) => {
    expect([isSame(a, b), isSame(b, a)]).toEqual([false, false])
    expect(kinds(a, b)).toContain(kind)
  })

  test.each([
    ['Brill invaded Lund on Monday.', 'Lund invaded Brill on Monday.'],
    ['The council approved the mayor.', 'The council was approved by the mayor.'],
    ['The rebels attacked.', 'The rebels were attacked.'],
    ['The man who bit the dog ran off.', 'The man whom the dog bit ran off.'],
    ['The line runs from Brill to Lund.', 'The line runs from Lund to Brill.'],
  ])('in which who does it and who suffers it change places: %s / %s', (a, b) => {
    expect([isSame(a, b), isSame(b, a)]).toEqual([false, false])
  })

  test('if the one shown has a figure that the other leaves out', () => {
    const shown = 'The bridge, which cost 3 million euros, opened in the spring.'
    const other = 'The bridge opened in the spring.'
    expect([isSame(shown, other), isSame(other, shown)]).toEqual([false, true])
  })

  test('that name the same weekday of two weeks', () => {
    const text = 'The council met on Monday.'
    expect(isSameStatement({ text, date: '2024-03-12' }, { text, date: '2024-03-19' })).toBe(false)
  })
})

describe('two sentences are the same statement', () => {
  test.each([
    ['The labour union organised a strike.', 'The labor union organized a strike.'],
    ['The travelling theatre cancelled its programme.', 'The traveling theater canceled its program.'],
    ['It bought 26 ferries for $4 million.', 'It bought twenty-six ferries for 4 million dollars.'],
    ['A cease-fire began on 12 March.', 'A ceasefire began on March 12th.'],
    ['The tunnel is 14 km long.', 'The tunnel is 14 kilometres long.'],
    ['The U.S. sent 1,200 troops.', 'The United States sent 1200 troops.'],
    ['We won’t raise the fares.', 'We will not raise the fares.'],
    ['The mayor said that the pool had closed.', 'The mayor says the pool has closed.'],
    ['The pool is shut, the mayor said.', 'The pool is shut, said the mayor.'],
    ['The pool is shut, the mayor said.', 'The mayor said the pool is shut.'],
    ['On Monday, the council approved the budget.', 'The council approved the budget Monday.'],
    ['Mayor Ivo Land approved the budget.', 'Land approved the budget.'],
    ['He met Sergei Ivanov in Lund.', 'He met Sergey Ivanov in Lund.'],
    ['The yard, founded by a smith, sold two cranes.', 'The yard sold two cranes.'],
    ['The yard sold two cranes, and the smith wept.', 'The yard sold two cranes.'],
  ])('that differ in spelling, form, place or an added clause: %s / %s', (a, b) => {
    expect(kinds(a, b)).toEqual([])
  })

  test('that name one day in two ways', () => {
    const [a, b] = ['The council met on Monday.', 'The council met two days ago.']
    expect(isSameStatement({ text: a, date: '2024-03-12' }, { text: b, date: '2024-03-13' })).toBe(true)
  })
})

/** Sentences with a slot each for what makes another claim of them, and for what does not. */
const who = fc.constantFrom('council', 'court', 'union', 'museum', 'airline', 'navy', 'band', 'bakery')
const place = fc.constantFrom('Brill', 'Lund', 'Moor', 'Vesterholt', 'Osmarka', 'Petrel Bay')
const thing = fc.constantFrom('ferry', 'tower', 'vaccine', 'orchard', 'archive', 'reservoir', 'satellite', 'harvest')
const count = fc.integer({ min: 2, max: 99 })
const act = fc.constantFrom('approve', 'fund', 'inspect', 'photograph', 'insure', 'repair', 'paint')
const day = fc.constantFrom('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday')

interface Parts {
  readonly who: string
  readonly place: string
  readonly thing: string
  readonly count: number
  readonly act: string
  readonly day: string
}

const parts: fc.Arbitrary<Parts> = fc.record({ who, place, thing, count, act, day })
const past = (verb: string) => (verb.endsWith('e') ? `${verb}d` : `${verb}ed`)

const sentence = ({ who, place, thing, count, act, day }: Parts, verb = past(act), unit = 'workers', lead = '') =>
  `The ${who} of ${place} ${verb} the ${thing} with ${lead}${count} ${unit} on ${day}.`

/** One change each that makes another claim of a sentence. */
const changes: Readonly<Record<string, (one: Parts, other: Parts) => string | null>> = {
  negation: (one) => sentence(one, `did not ${one.act}`),
  never: (one) => sentence(one, `never ${past(one.act)}`),
  refusal: (one) => sentence(one, `refused to ${one.act}`),
  denial: (one) => sentence(one, `denied that it ${past(one.act)}`),
  failure: (one) => sentence(one, `failed to ${one.act}`),
  may: (one) => sentence(one, `may ${one.act}`),
  might: (one) => sentence(one, `might have ${past(one.act)}`),
  will: (one) => sentence(one, `will ${one.act}`),
  would: (one) => sentence(one, `would ${one.act}`),
  plan: (one) => sentence(one, `plans to ${one.act}`),
  doubt: (one) => sentence(one, `reportedly ${past(one.act)}`),
  if: (one) => sentence(one).replace('.', ' if the court agreed.'),
  unless: (one) => sentence(one).replace('.', ', unless the papers are wrong.'),
  only: (one) => sentence(one, past(one.act), 'workers', 'only '),
  bound: (one) => sentence(one, past(one.act), 'workers', 'more than '),
  number: (one, other) => (one.count === other.count ? null : sentence({ ...one, count: other.count })),
  unit: (one) => sentence(one, past(one.act), 'percent'),
  day: (one, other) => (one.day === other.day ? null : sentence({ ...one, day: other.day })),
  name: (one, other) => (one.place === other.place ? null : sentence({ ...one, place: other.place })),
  who: (one, other) => (one.who === other.who ? null : sentence({ ...one, who: other.who })),
  what: (one, other) => (one.thing === other.thing ? null : sentence({ ...one, thing: other.thing })),
  act: (one, other) => (one.act === other.act ? null : sentence({ ...one, act: other.act })),
  roles: (one) =>
    `The ${one.thing} of ${one.place} ${past(one.act)} the ${one.who} with ${one.count} workers on ${one.day}.`,
  passive: (one) => sentence(one, `was ${past(one.act)} by`),
  question: (one) => sentence(one).replace(/\.$/, '?'),
}

const numberWords = [...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')]

/** Ways to write a sentence that claim the same. */
const variations: Readonly<Record<string, (one: Parts) => string>> = {
  article: (one) => sentence(one).replace(` the ${one.thing}`, ` a ${one.thing}`),
  number: (one) => {
    const tens = numberWords[Math.floor(one.count / 10) - 2]
    const ones = 'zero one two three four five six seven eight nine'.split(' ')[one.count % 10]
    if (one.count < 20 || tens === undefined) return sentence(one)
    return sentence(one).replace(String(one.count), one.count % 10 === 0 ? tens : `${tens}-${ones}`)
  },
  relative: (one) => sentence(one).replace(` of ${one.place}`, ` of ${one.place}, which meets in the old hall,`),
  participle: (one) => sentence(one).replace('.', ', helped by the weather.'),
  attribution: (one) => sentence(one).replace('.', ', the clerk said.'),
  perfect: (one) => sentence(one, `had ${past(one.act)}`),
  order: (one) => sentence(one).replace(/^The (.*) on (\w+)\.$/, 'On $2 the $1.'),
  quotes: (one) => sentence(one).replaceAll(one.who, `“${one.who}”`),
  spaces: (one) => sentence(one).replaceAll(' ', '\u00a0'),
}

describe('for sentences made at random', () => {
  test.each(Object.keys(changes))('another claim is never the same statement: %s', (name) => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const changed = changes[name]?.(one, other) ?? null
        fc.pre(changed !== null)
        expect([isSame(sentence(one), changed), isSame(changed, sentence(one))]).toEqual([false, false])
      }),
    )
  })

  test.each(Object.keys(variations))('another way to write it is the same statement: %s', (name) => {
    fc.assert(
      fc.property(parts, (one) => {
        const varied = variations[name]?.(one) ?? ''
        expect([isSame(sentence(one), varied), isSame(varied, sentence(one))]).toEqual([true, true])
      }),
    )
  })

  test('a change of the claim is still one in a varied sentence', () => {
    const change = fc.constantFrom(...Object.values(changes))
    const variation = fc.constantFrom(...Object.values(variations))
    fc.assert(
      fc.property(parts, parts, change, variation, (one, other, changed, varied) => {
        const claim = changed(one, other)
        fc.pre(claim !== null)
        expect(isSame(varied(one), claim)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('any text is the same statement as itself, and any two texts can be compared', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      parts.map((one) => sentence(one)),
    )
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(isSame(a, a)).toBe(true)
        expect(typeof isSame(a, b)).toBe('boolean')
      }),
    )
  })
})
