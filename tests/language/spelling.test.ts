import { expect, test } from 'vitest'
import { isSlip } from '../../src/language/tokens/slip.ts'
import { spellingKey } from '../../src/language/vocabulary/spelling.ts'

test.each([
  ['colour', 'color'],
  ['organised', 'organized'],
  ['analysed', 'analyzed'],
  ['theatre', 'theater'],
  ['fibre', 'fiber'],
  ['metres', 'meters'],
  ['defence', 'defense'],
  ['travelling', 'traveling'],
  ['programmes', 'programs'],
  ['paediatric', 'pediatric'],
  ['grey', 'gray'],
  ['labourers', 'laborers'],
  ['ploughing', 'plowing'],
  ['tonnes', 'tons'],
])('%s and %s are one word in two spellings', (british, american) => {
  expect(spellingKey(british)).toBe(spellingKey(american))
})

test.each([
  ['four', 'for'],
  ['filled', 'filed'],
  ['shoes', 'shes'],
  ['raise', 'raze'],
  ['constructor', 'prototype'],
])('%s and %s are two words', (a, b) => {
  expect(spellingKey(a)).not.toBe(spellingKey(b))
})

test.each([
  ['interlocutor', 'interlocuter', false],
  ['negotiations', 'negotations', true],
  ['preparatory', 'prepartory', true],
  ['recieved', 'received', true],
  ['prescribed', 'proscribed', false],
  ['legally', 'illegally', false],
  ['weather', 'whether', false],
  ['marital', 'martial', false],
])('of %s and %s one is a slip for the other: %s', (a, b, slip) => {
  expect([isSlip(a, b), isSlip(b, a)]).toEqual([slip, slip])
})
