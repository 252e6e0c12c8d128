import { expect, test } from 'vitest'
import { readTimes } from '../../../src/language/dates/read-times.ts'

const shown = (text: string) => readTimes(text).map(({ start, end }) => text.slice(start, end))

test.each([
  'The mill is at 702 South 1600 East, Salt Town.',
  'The picture is 1920 x 1080 pixels.',
  'Neither #1984 nor #y1984 is a tag.',
  'RFC 1590 replaces RFC 1738.',
  'The pump moves 2000 litres at a depth of 1950 metres.',
  'It costs $1984 or €1950.',
  'Room 1984 is on Highway 1950.',
  'The flaw is called CVE-2019-1208.',
  'See https://mill.example/2019/06/26/wheel and www.mill.example/12/03/2019.',
  'It is stored at ftp://mill.example/3-May-2019.txt.',
])('a number that is no year, or is in an address, is no date: %s', (text) => {
  expect(shown(text)).toEqual([])
})

test('a year is, among such numbers', () => {
  expect(shown('The mill in room 1984 was built in 1931, and has 1500 seats.')).toEqual(['1931'])
})
