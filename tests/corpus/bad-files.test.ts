import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCorpus } from '../../src/corpus/folder/read-folder.ts'
import { badFileProblems, badKinds, plantBadFiles } from '../../testkit/articles/bad-files.ts'
import { tempFolder } from '../../testkit/articles/temp-folder.ts'

describe.skipIf(process.platform === 'win32')('bad files between good ones', () => {
  test('are named with their reasons, and the good ones are read, but nothing outside the folder', async () => {
    const [folder, outside] = [await tempFolder(), await tempFolder()]
    const planted = await plantBadFiles(folder, outside, badKinds.length, 5)
    expect(badFileProblems(planted, await readCorpus(folder))).toEqual([])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('are caught being read by a reader that does not check them', async () => {
    const [folder, outside] = [await tempFolder(), await tempFolder()]
    const planted = await plantBadFiles(folder, outside, badKinds.length, 5)
    const pipe = [...planted.bad].find(([, { name }]) => name === 'a pipe')?.[0]
    const articles = []
    for (const file of await readdir(folder)) {
      // The pipe would never end, nor would the device.
      if (file === pipe || planted.bad.get(file)?.name === 'a link to a device') continue
      const text = await readFile(join(folder, file), 'utf8').catch(() => null)
      if (text !== null) articles.push({ file, paragraphs: [{ text }] })
    }
    const problems = badFileProblems(planted, { articles, skipped: [] })
    expect(problems.filter((problem) => problem.startsWith('read from outside'))).toHaveLength(2)
    expect(problems.filter((problem) => problem.endsWith('is not named'))).toHaveLength(badKinds.length)
  })
})
