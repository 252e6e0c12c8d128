import { expect, test } from 'vitest'
import { saysOtherwise } from '../../src/answers/find/says-otherwise.ts'

test.for([
  ['The ferry costs $5 a day.', 'The ferry costs A$5 a day.'],
  ['The ferry costs €5 a day.', 'The ferry costs £5 a day.'],
  ['The ferry costs 5 yen a day.', 'The ferry costs 5 yuan a day.'],
] as const)('"%s" is not what "%s" says: the currency is another', ([part, stretch]) => {
  expect(saysOtherwise(part, stretch)).toBe(true)
})

test.for([
  ['The ferry costs $5 a day.', 'The ferry costs 5 dollars a day.'],
  ['The ferry costs €5 a day.', 'The ferry costs five euros a day.'],
  ['The ferry costs 5 rubles a day.', 'The ferry costs 5 roubles a day.'],
] as const)('"%s" may be what "%s" says: the currency is one in two forms', ([part, stretch]) => {
  expect(saysOtherwise(part, stretch)).toBe(false)
})
