import { execFileSync } from 'node:child_process'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCorpus } from '../../src/corpus/folder/read-folder.ts'
import { folderOf, tempFolder } from '../../testkit/articles/temp-folder.ts'

const windows = process.platform === 'win32'

describe('a folder that is joined by another', () => {
  it('is one corpus with it, in the order of all paths', async () => {
    const folder = await folderOf({ 'b.txt': 'B.', 'd/e.txt': 'E.' })
    const added = await folderOf({ 'a.txt': 'A.', 'c.md': 'C.' })
    const { articles, skipped } = await readCorpus(folder, { added })
    expect(articles.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd/e'])
    expect(skipped).toEqual([])
  })

  it('need not be joined yet, but may not be missing itself', async () => {
    const gone = join(await tempFolder(), 'gone')
    expect((await readCorpus(await folderOf({ 'a.txt': 'A.' }), { added: gone })).articles).toHaveLength(1)
    await expect(readCorpus(gone, { added: await folderOf({ 'a.txt': 'A.' }) })).rejects.toThrow('does not exist')
  })

  it('may be empty where the other is not', async () => {
    const { articles } = await readCorpus(await tempFolder(), { added: await folderOf({ 'a.txt': 'A.' }) })
    expect(articles.map(({ file }) => file)).toEqual(['a.txt'])
  })

  it('keeps its article where one of the other is called the same, and names that', async () => {
    const folder = await folderOf({ 'a.txt': 'The first.' })
    const { articles, skipped } = await readCorpus(folder, { added: await folderOf({ 'a.txt': 'The second.' }) })
    expect(articles).toMatchObject([{ file: 'a.txt', paragraphs: [{ text: 'The first.' }] }])
    expect(skipped).toMatchObject([{ file: 'a.txt', code: 'name-taken' }])
  })

  it('has the other one read as carefully', async () => {
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
  it('are left out, and make room for an added one of their name', async () => {
    const folder = await folderOf({ 'a.txt': 'The first.', 'b.txt': 'B.' })
    const added = await folderOf({ 'a.txt': 'The second.' })
    const { articles, skipped } = await readCorpus(folder, { added, hidden: new Set(['a.txt']) })
    expect(articles).toMatchObject([{ paragraphs: [{ text: 'The second.' }] }, { file: 'b.txt' }])
    expect(skipped).toEqual([])
  })

  it('may not be all that there are', async () => {
    const folder = await folderOf({ 'a.txt': 'A.' })
    await expect(readCorpus(folder, { hidden: new Set(['a.txt']) })).rejects.toThrow(
      /1 article is hidden.*one must remain/,
    )
  })
})

describe('ids', () => {
  it('are different, however the files are called', async () => {
    const files = ['a.md', 'a.txt', 'a.txt.md', 'b.txt', 'b.txt.md', 'c.txt']
    const folder = await folderOf(Object.fromEntries(files.map((file) => [file, `This is ${file}, and no other.`])))
    const ids = (await readCorpus(folder)).articles.map(({ id }) => id)
    expect(new Set(ids).size).toBe(files.length)
    expect(ids).toContain('c')
  })
})
