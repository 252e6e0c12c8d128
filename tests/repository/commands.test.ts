import { expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { messageCommands } from '../../commands/message-commands.ts'
import { readPages, readRepositoryFile, section, tableRows } from '../../testkit/repository/markdown.ts'

/** A command as the documentation writes it: required options bare, others in brackets. */
function usage({ definition: { name, options = [] } }: (typeof commands)[number]): string {
  return [`/${name}`, ...options.map((option) => (option.required ? option.name : `[${option.name}]`))].join(' ')
}

/** The commands in the first column of the tables. */
const listed = (text: string) => tableRows(text).flatMap(([first = '']) => first.match(/^`(\/[^`]+)`/)?.[1] ?? [])

test('the README lists every command with its options, and none that does not exist', async () => {
  const readme = section(await readRepositoryFile('README.md'), 'Commands')
  expect(listed(readme).sort()).toEqual(commands.map(usage).sort())
})

test('other pages list commands with the same options', async () => {
  const known = new Set(commands.map(usage))
  const others = (await readPages()).filter(({ path }) => path !== 'README.md')
  const rows = others.flatMap(({ path, text }) => listed(text).map((row) => ({ path, row })))
  expect(rows.filter(({ row }) => !known.has(row))).toEqual([])
})

test('the README names every command of the message menu', async () => {
  const readme = await readRepositoryFile('README.md')
  expect(messageCommands.filter(({ name }) => !readme.includes(name))).toEqual([])
})
