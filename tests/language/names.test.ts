import { describe, expect, test } from 'vitest'
import { isNameVariant, nameSkeleton, samePerson } from '../../src/language/names/names.ts'

describe('spellings of a name', () => {
  test.each([
    ['zelensky', 'zelenskyy'],
    ['zelensky', 'zelenskiy'],
    ['yermak', 'yermak'],
    ['mohammed', 'mohamed'],
    ['sergei', 'sergey'],
  ])('%s and %s are one name', (a, b) => {
    expect(isNameVariant(a, b)).toBe(true)
  })

  test.each([
    ['austria', 'australia'],
    ['niger', 'nigeria'],
    ['lima', 'lime'],
    ['martin', 'marten'],
    ['silva', 'salvi'],
  ])('%s and %s are two', (a, b) => {
    expect(isNameVariant(a, b)).toBe(false)
  })

  test('have one skeleton', () => {
    expect(nameSkeleton('zelenskyy')).toBe(nameSkeleton('zelenskiy'))
  })
})

describe('two names of people', () => {
  test.each([
    ['Rutte', 'Mark Rutte'],
    ['Ana Maria Lima', 'Ana Lima'],
    ['A. Lima', 'Ana Lima'],
    ['Volodymyr Zelensky', 'Zelenskyy'],
    ['José Costa', 'Jose Costa'],
  ])('may mean one person: %s, %s', (a, b) => {
    expect(samePerson(a, b)).toBe(true)
  })

  test.each([
    ['Bill Clinton', 'Hillary Clinton'],
    ['Ana Lima', 'Ana Costa'],
    ['', 'Ana Lima'],
    ['123', 'Lima'],
  ])('mean two: “%s”, “%s”', (a, b) => {
    expect(samePerson(a, b)).toBe(false)
  })
})
