import { expect, test } from 'vitest'
import { runProgram } from '../../testkit/console/run-program.ts'
import { readRepositoryFile, section } from '../../testkit/repository/markdown.ts'

const prompt = '› '
/** The id depends on the versions of Unicode and ICU in Node, empty lines on the prompt. */
const comparable = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/\b[0-9a-f]{8}$/, '(generation)'))

test('the console answers as the README shows', async () => {
  const quickStart = section(await readRepositoryFile('README.md'), 'Quick start')
  const blocks = [...quickStart.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
  const lines = blocks.flatMap(([, language, text = '']) => (language === '' ? text.split('\n') : []))
  const input = lines.filter((line) => line.startsWith(prompt)).map((line) => line.slice(prompt.length))
  expect(input.length).toBeGreaterThan(2)
  const { code, stdout } = await runProgram({ input: input.join('\n') })
  expect(code).toBe(0)
  expect(comparable(stdout)).toEqual(comparable(lines.filter((line) => !line.startsWith(prompt)).join('\n')))
})
