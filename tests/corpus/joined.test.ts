import { execFileSync } from 'node:child_process'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCorpus } from '../../src/corpus/folder/read-folder.ts'
import { folderOf, tempFolder } from '../../testkit/articles/temp-folder.ts'

const windows = process.platform === 'win32'

describe('a folder with a second folder', () => {
  test('forms one corpus with it, in the order of all paths', async () => {
    const folder = await folderOf({ 'b.txt': 'B.', 'd/e.txt': 'E.' })
    const added = await folderOf({ 'a.txt': 'A.', 'c.md': 'C.' })
    const { articles, skipped } = await readCorpus(folder, { added })
    expect(articles.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd/e'])
    expect(skipped).toEqual([])
  })

  test('works without the second folder, but must exist itself', async () => {
    const gone = join(await tempFolder(), 'gone')
    expect((await readCorpus(await folderOf({ 'a.txt': 'A.' }), { added: gone })).articles).toHaveLength(1)
    await expect(readCorpus(gone, { added: await folderOf({ 'a.txt': 'A.' }) })).rejects.toThrow('does not exist')
  })

  test('can be empty if the other is not', async () => {
    const { articles } = await readCorpus(await tempFolder(), { added: await folderOf({ 'a.txt': 'A.' }) })
    expect(articles.map(({ file }) => file)).toEqual(['a.txt'])
  })

  test('keeps its article if the other has one of the same name, and names that one', async () => {
    const folder = await folderOf({ 'a.txt': 'The first.' })
    const { articles, skipped } = await readCorpus(folder, { added: await folderOf({ 'a.txt': 'The second.' }) })
    expect(articles).toMatchObject([{ file: 'a.txt', paragraphs: [{ text: 'The first.' }] }])
    expect(skipped).toMatchObject([{ file: 'a.txt', code: 'name-taken' }])
  })

  test('has the other one read with the same checks', async () => {
    const added = await folderOf({ 'empty.txt': '', 'copy.txt': 'A.', 'z.txt': 'Z.' })
    if (!windows) {
      execFileSync('mkfifo', [join(added, 'pipe.txt')])
      await symlink(join(await folderOf({ 'secret.txt': 'Secret.' }), 'secret.txt'), join(added, 'out.txt'))
    }
    const { articles, skipped } = await readCorpus(await folderOf({ 'a.txt': 'A.' }), { added })
    expect(articles.map(({ id }) => id)).toEqual(['a', 'z'])
    expect(skipped.map(({ file, code }) => [file, code])).toEqual([
      ['copy.txt', 'duplicate'],
      ['empty.txt', 'empty'],
      ...(windows
        ? []
        : [
            ['out.txt', 'link-out'],
            ['pipe.txt', 'not-regular'],
          ]),
    ])
  })
})

describe('articles that are hidden', () => {
  test('are left out, and free their name for an added one', async () => {
    const folder = await folderOf({ 'a.txt': 'The first.', 'b.txt': 'B.' })
    const added = await folderOf({ 'a.txt': 'The second.' })
    const { articles, skipped } = await readCorpus(folder, { added, hidden: new Set(['a.txt']) })
    expect(articles).toMatchObject([{ paragraphs: [{ text: 'The second.' }] }, { file: 'b.txt' }])
    expect(skipped).toEqual([])
  })

  test('cannot be all articles', async () => {
    const folder = await folderOf({ 'a.txt': 'A.' })
    await expect(readCorpus(folder, { hidden: new Set(['a.txt']) })).rejects.toThrow(
      /1 article is hidden.*one must remain/,
    )
  })
})

describe('ids', () => {
  test('are different, whatever the file names', async () => {
    const files = ['a.md', 'a.txt', 'a.txt.md', 'b.txt', 'b.txt.md', 'c.txt']
    const folder = await folderOf(Object.fromEntries(files.map((file) => [file, `This is ${file}, and no other.`])))
    const ids = (await readCorpus(folder)).articles.map(({ id }) => id)
    expect(new Set(ids).size).toBe(files.length)
    expect(ids).toContain('c')
  })
})
