import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hiddenFile } from '../../src/library/changes/article-places.ts'
import { readHidden, writeHidden } from '../../src/library/changes/hidden-articles.ts'
import { readArticles } from '../../src/library/reindex/read-articles.ts'
import { makePlace, openAt, type Place } from '../../testkit/library/make-place.ts'

async function add({ dataDir }: Place, name: string, text: string): Promise<void> {
  await mkdir(join(dataDir, 'articles'), { recursive: true })
  await writeFile(join(dataDir, 'articles', name), text)
}

const filesOf = async (place: Place) => (await readArticles(place)).articles.map(({ file }) => file)

describe('the articles', () => {
  test('are those of the folder except hidden ones, and those that were added', async () => {
    const place = await makePlace({ 'a.txt': 'A.', 'b.txt': 'B.' })
    await add(place, 'c.txt', 'C.')
    await mkdir(place.dataDir, { recursive: true })
    await writeHidden(place.dataDir, [{ file: 'a.txt', at: '2024-03-12T10:00:00Z', by: 'olga' }])
    expect(await filesOf(place)).toEqual(['b.txt', 'c.txt'])
    const { current } = await openAt(place)
    expect(current.articles.map(({ file }) => file)).toEqual(['b.txt', 'c.txt'])
  })

  test('make another generation when one is added or hidden, in whichever folder', async () => {
    const place = await makePlace({ 'a.txt': 'A.', 'b.txt': 'B.' })
    const first = (await openAt(place)).current.id
    await add(place, 'c.txt', 'C.')
    const second = (await openAt(place)).current.id
    expect(second).not.toBe(first)
    const other = await makePlace({ 'a.txt': 'A.', 'b.txt': 'B.', 'c.txt': 'C.' })
    expect((await openAt(other)).current.id).toBe(second)
    await writeHidden(place.dataDir, [{ file: 'b.txt', at: '', by: '' }])
    expect((await openAt(place)).current.id).not.toBe(second)
  })

  test.for(['', '{', '{"hidden":["a.txt"]}', '{"hidden":[],"more":1}', '\u0000'])(
    'cannot be read while the list of hidden articles is damaged, so that none reappears (%j)',
    async (content) => {
      const place = await makePlace({ 'a.txt': 'A.', 'b.txt': 'B.' })
      const library = await openAt(place)
      await writeHidden(place.dataDir, [{ file: 'a.txt', at: '', by: '' }])
      await library.reindex()
      const { id } = library.current
      await writeFile(join(place.dataDir, hiddenFile), content)
      await expect(library.reindex()).rejects.toThrow(
        /^The list of hidden articles .*hidden\.json is damaged: repair it, or delete/,
      )
      expect(library.current.id).toBe(id)
      await expect(openAt(place)).rejects.toThrow('is damaged')
      expect((await openAt(place, { begin: 'stored' })).current.id).toBe(id)
    },
  )

  test('cannot be read while the list of hidden articles is not a file', async () => {
    const place = await makePlace({ 'a.txt': 'A.' })
    await mkdir(join(place.dataDir, hiddenFile), { recursive: true })
    await expect(readArticles(place)).rejects.toThrow(/cannot be read \(EISDIR\): repair it/)
    await expect(readHidden(place.dataDir)).rejects.toThrow('EISDIR')
  })
})

describe('a data folder', () => {
  test('inside the articles’ folder holds no articles of that folder', async () => {
    const place = await makePlace({ 'a.txt': 'A.' })
    const inside = { folder: place.folder, dataDir: join(place.folder, 'own/data') }
    await add(inside, 'b.txt', 'B.')
    await writeFile(join(inside.dataDir, 'notes.txt'), 'No article.')
    await writeFile(join(place.folder, 'own/c.txt'), 'C.')
    const { articles, skipped } = await readArticles(inside)
    expect(articles.map(({ file }) => file)).toEqual(['a.txt', 'b.txt', 'own/c.txt'])
    expect(skipped).toEqual([])
    const before = (await openAt(inside)).current.id
    expect((await openAt(inside)).current.id).toBe(before)
  })

  test('that is the articles’ folder is refused', async () => {
    const place = await makePlace({ 'a.txt': 'A.' })
    await expect(readArticles({ folder: place.folder, dataDir: place.folder })).rejects.toThrow(
      /is a folder that the bot writes to .*: set two different folders/,
    )
  })

  test.for(['articles', 'articles/more', 'removed'])('whose %s is the articles’ folder is refused', async (below) => {
    const { dataDir } = await makePlace({})
    const folder = join(dataDir, below)
    await mkdir(folder, { recursive: true })
    await expect(readArticles({ folder, dataDir })).rejects.toThrow('set two different folders')
  })

  test.skipIf(process.platform === 'win32')('that links to the articles’ folder is refused as well', async () => {
    const { folder, dataDir } = await makePlace({ 'a.txt': 'A.' })
    await symlink(folder, dataDir)
    await expect(readArticles({ folder, dataDir })).rejects.toThrow('set two different folders')
  })
})
