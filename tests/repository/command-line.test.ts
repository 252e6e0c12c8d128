import { expect, test } from 'vitest'
import { usage } from '../../src/cli/command-line.ts'
import { readRepositoryFile, section, tableRows } from '../../testkit/repository/markdown.ts'

const consoleSection = async () => section(await readRepositoryFile('README.md'), 'Console')

test('the README lists every form of the command line that --help lists, and no other', async () => {
  const helped = [...usage.matchAll(/^ {2}(node \S+(?: \S+)*) {2}/gm)].map(([, form]) => form)
  const listed = tableRows(await consoleSection()).flatMap(([first = '']) => first.match(/^`(node [^`]+)`/)?.[1] ?? [])
  expect(helped.length).toBeGreaterThan(3)
  expect(listed).toEqual(helped)
})

test('the README explains every option that --help lists', async () => {
  const flags = [...usage.matchAll(/^ {2}(--\w+) /gm)].map(([, flag = '']) => flag)
  const text = await consoleSection()
  expect(flags.length).toBeGreaterThan(2)
  expect(flags.filter((flag) => !text.includes(`\`${flag}\``))).toEqual([])
})
