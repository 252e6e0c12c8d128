import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { validate } from 'dockerfile-utils'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const read = (file: string) => readFile(fileURLToPath(new URL(file, root)), 'utf8')

test('the Dockerfile has no errors and no warnings', async () => {
  expect(validate(await read('Dockerfile')).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual(
    [],
  )
})

test('the build context holds everything that the Dockerfile copies', async () => {
  const copied = [...(await read('Dockerfile')).matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) =>
    files.split(' '),
  )
  const allowed = [...(await read('.dockerignore')).matchAll(/^!(.+)$/gm)].map(([, file]) => file)
  expect([...new Set(copied)].sort()).toEqual(allowed.sort())
})

test('the container does not run as root', async () => {
  const lastStage = (await read('Dockerfile')).split(/^FROM /m).at(-1)
  expect(lastStage).toMatch(/^USER node$/m)
})
