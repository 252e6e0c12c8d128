import { expect, test } from 'vitest'
import { readArticle } from '../../../src/library/generation/article-reading.ts'
import { claimWords } from '../../../src/reading/facts/pairs/claims/claim-words.ts'
import { compareSlots, type Slot, slotsOf } from '../../../src/reading/facts/pairs/claims/slots.ts'
import { bareArticle, paragraphsOf } from '../../../testkit/articles/article-of.ts'

/** The figures and times of a sentence in an article of a Monday. */
function slotsIn(sentence: string): readonly Slot[] {
  const article = { ...bareArticle('a', paragraphsOf([sentence]), { title: '' }), date: '2026-03-02' }
  const [claim] = readArticle(article).reports
  return claim === undefined ? [] : slotsOf(claim, claimWords(claim))
}

const only = (sentence: string): Slot => {
  const slots = slotsIn(sentence)
  expect(slots).toHaveLength(1)
  const [slot] = slots
  if (slot === undefined) throw new Error('no slot')
  return slot
}

test.each([
  ['The river rose by 36 centimetres.', 'The river rose by 14 inches.'],
  ['Winds reached 70 mph on the coast.', 'Winds reached 113 km/h on the coast.'],
  ['The truck weighed 48 tons when loaded.', 'The truck weighed 48 tonnes when loaded.'],
  ['The plant built 214,000 cars.', 'The plant built 214,300 cars.'],
  ['Revenue rose to 8.9 billion crowns.', 'Revenue rose to 8.94 billion crowns.'],
  ['Two thirds of the voters stayed at home.', 'About 66 per cent of the voters stayed at home.'],
  ['Half a thousand observers arrived.', 'The truce brought 500 observers.'],
  ['More than two dozen villagers were hurt.', 'Police said 27 villagers were hurt.'],
  ['Three hundred and forty prisoners went home.', 'The prison let 340 prisoners go home.'],
  ['The bridge reopens on Tuesday.', 'The bridge is to reopen on 3 March.'],
  ['The harbour market reopens on Saturday.', 'The harbour market was reopened on Saturday.'],
])('%s / %s: one value', (a, b) => {
  expect(compareSlots(only(a), only(b))).toBe('equal')
})

test.each(['The talks took half an hour.', 'The half-day strike closed the port.'])('%s: no share', (sentence) => {
  const shares = slotsIn(sentence).filter(({ value }) => value.kind === 'figure' && value.figure.unit === 'percent')
  expect(shares).toEqual([])
})

test.each([
  ['Police said 41 miners were hurt.', 'Police said 58 miners were hurt.'],
  ['The mill pays $4 for a sack.', 'The mill pays €4 for a sack.'],
  ['The river rose by 36 centimetres.', 'The river rose by 20 inches.'],
  ['The bridge reopens on Tuesday.', 'The bridge reopens on Wednesday.'],
  ['The ferry left at 6:40 a.m.', 'The ferry left at 8 a.m.'],
])('%s / %s: two values', (a, b) => {
  expect(compareSlots(only(a), only(b))).toBe('different')
})

test.each([
  ['The river rose by 36 centimetres.', 'The river rose for 36 hours.'],
  ['The mill sold 300 sacks.', 'The mill earned $300 in a day.'],
  ['The ferry left on Tuesday.', 'The ferry carried 40 cars.'],
])('%s / %s: values of two kinds are not compared', (a, b) => {
  expect(compareSlots(only(a), only(b))).toBeNull()
})

test('the parts of a running time are no figures', () => {
  expect(slotsIn('Ana Lima won the race in 2:03:55.')).toEqual([])
})
