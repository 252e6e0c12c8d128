import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hiddenFile } from '../../src/library/changes/article-places.ts'
import { type ArticleChange, fileChanges } from '../../src/library/changes/changes.ts'
import type { Library } from '../../src/library/library.ts'
import { makePlace, openAt, type Place } from '../../testkit/library/make-place.ts'
import { stateOf } from '../../testkit/library/state-of.ts'

const files = {
  'a.txt': 'The lighthouse keeper said that the lamp holds 900 candles.\n',
  'b.txt': 'The harbour has 12 boats, the mayor said.\n',
}
const gulls = 'A third article says that 44 gulls were counted.\n'
const adding = (file: string, text = gulls): ArticleChange => ({ does: 'add', file, bytes: Buffer.from(text) })

async function opened(): Promise<{ readonly place: Place; readonly library: Library }> {
  const place = await makePlace(files)
  return { place, library: await openAt(place) }
}

const filesOf = ({ current }: Library) => current.articles.map(({ file }) => file)

describe('an article', () => {
  test('can be added, removed and restored, each time with a change that undoes it', async () => {
    const { place, library } = await opened()
    const { id: first } = library.current
    const added = await library.reindex({ by: 'olga', change: adding('gulls.txt') })
    expect(added).toMatchObject({ added: ['gulls.txt'], articles: 3, undo: { does: 'remove', file: 'gulls.txt' } })
    const { id: second } = library.current

    const removed = await library.reindex({ by: 'olga', change: added.undo })
    expect(removed).toMatchObject({ removed: ['gulls.txt'], undo: { does: 'restore', aside: expect.any(String) } })
    expect(library.current.id).toBe(first)
    expect((await library.state()).removed).toMatchObject([
      { file: 'gulls.txt', by: null, key: expect.stringMatching(/^[0-9a-f]{8}$/) },
    ])

    const restored = await library.reindex({ change: removed.undo })
    expect(restored).toMatchObject({ added: ['gulls.txt'], undo: { does: 'remove', file: 'gulls.txt' } })
    expect(library.current.id).toBe(second)
    expect((await library.state()).removed).toEqual([])
    expect(await readFile(join(place.dataDir, 'articles/gulls.txt'), 'utf8')).toBe(gulls)
  })

  test('of the articles’ folder is hidden and restored without touching its file', async () => {
    const { place, library } = await opened()
    const before = await stateOf(place.folder)
    const { id: first } = library.current
    const removed = await library.reindex({ by: 'olga', change: { does: 'remove', file: 'a.txt' } })
    expect(removed).toMatchObject({ removed: ['a.txt'], undo: { does: 'restore', file: 'a.txt', aside: null } })
    expect(filesOf(library)).toEqual(['b.txt'])
    expect((await library.state()).removed).toMatchObject([{ file: 'a.txt', aside: null, by: 'olga' }])
    expect(filesOf(await openAt(place))).toEqual(['b.txt'])
    await library.reindex({ change: removed.undo })
    expect(library.current.id).toBe(first)
    expect(await stateOf(place.folder)).toEqual(before)
  })

  test('can be added with others by one reindex, with a change that undoes all', async () => {
    const { place, library } = await opened()
    const { id: first } = library.current
    const changes = [adding('gulls.txt'), adding('terns.txt', 'A fourth article says that 7 terns were counted.\n')]
    const added = await library.reindex({ change: { does: 'several', changes: changes.flatMap(fileChanges) } })
    expect(added).toMatchObject({ added: ['gulls.txt', 'terns.txt'], articles: 4 })
    const undone = await library.reindex({ change: added.undo })
    expect(undone).toMatchObject({ removed: ['gulls.txt', 'terns.txt'] })
    expect(library.current.id).toBe(first)
    await library.reindex({ change: undone.undo })
    expect(await readdir(join(place.dataDir, 'articles'))).toEqual(['gulls.txt', 'terns.txt'])
  })

  test.for([
    ['cannot be added', adding('b.txt'), /There is an article b\.txt already/],
    ['is a copy', adding('terns.txt'), /terns\.txt has the same text as/],
  ] as const)('is not added with others of which one %s', async ([, other, why]) => {
    const { place, library } = await opened()
    const { id: first } = library.current
    const changes = [adding('gulls.txt'), other].flatMap(fileChanges)
    await expect(library.reindex({ change: { does: 'several', changes } })).rejects.toThrow(why)
    expect(library.current.id).toBe(first)
    expect(await stateOf(join(place.dataDir, 'articles'))).toEqual({})
  })

  test('can be removed under the same name repeatedly, and each one can be restored', async () => {
    const { library } = await opened()
    for (const text of ['The first has 5 gulls.\n', 'The second has 6 gulls.\n']) {
      const { undo } = await library.reindex({ change: adding('gulls.txt', text) })
      await library.reindex({ change: undo })
    }
    const { removed } = await library.state()
    expect(removed.map(({ file }) => file)).toEqual(['gulls.txt', 'gulls.txt'])
    const [, earlier] = removed
    if (earlier === undefined) throw new Error('nothing to restore')
    await library.reindex({ change: { does: 'restore', file: earlier.file, aside: earlier.aside } })
    expect(library.current.articles.find(({ file }) => file === 'gulls.txt')?.paragraphs[0]?.text).toContain('first')
  })
})

describe('a change that cannot be made is refused in a sentence and changes nothing:', () => {
  const refusals: readonly (readonly [string, ArticleChange, RegExp])[] = [
    ['a name of the articles’ folder', adding('a.txt'), /^There is an article a\.txt already\.$/],
    ['a name that is none', adding('../a.txt'), /cannot be the name of an article/],
    ['a name that is hidden', adding('.a.txt'), /cannot be the name of an article/],
    ['an article that is none', { does: 'remove', file: '../../etc/passwd' }, /is no longer one of the articles/],
    [
      'one that was never removed',
      { does: 'restore', file: 'a.txt', aside: null },
      /no longer among the removed articles/,
    ],
    ['a way out', { does: 'restore', file: 'a.txt', aside: '../articles' }, /no longer among the removed articles/],
    ['an empty file', adding('c.txt', ''), /^c\.txt is empty\.$/],
    ['what a copy is of', adding('0.txt', files['a.txt']), /^a\.txt has the same text as 0\.txt\.$/],
    ['a copy', adding('c.txt', files['a.txt']), /^c\.txt has the same text as a\.txt\.$/],
  ]

  test.for(refusals)('%s', async ([, change, sentence]) => {
    const { place, library } = await opened()
    const before = await stateOf(place.dataDir)
    await expect(library.reindex({ change })).rejects.toThrow(sentence)
    expect(await stateOf(place.dataDir)).toEqual(before)
    expect(filesOf(library)).toEqual(['a.txt', 'b.txt'])
  })

  test('adding under a name that was taken meanwhile', async () => {
    const { place, library } = await opened()
    await mkdir(join(place.dataDir, 'articles'))
    await writeFile(join(place.dataDir, 'articles/gulls.txt'), 'Mine.')
    await expect(library.reindex({ change: adding('gulls.txt') })).rejects.toThrow(
      'There is an article gulls.txt already',
    )
    expect(await readFile(join(place.dataDir, 'articles/gulls.txt'), 'utf8')).toBe('Mine.')
  })

  test('restoring an article whose name is taken', async () => {
    const { library } = await opened()
    const { undo } = await library.reindex({ change: adding('gulls.txt') })
    const { undo: back } = await library.reindex({ change: undo })
    await library.reindex({ change: adding('gulls.txt', 'There are 7 other gulls.\n') })
    await expect(library.reindex({ change: back })).rejects.toThrow('There is an article gulls.txt already')
    expect((await library.state()).removed).toHaveLength(1)
  })

  test('removing the last article', async () => {
    const { library } = await opened()
    await library.reindex({ change: { does: 'remove', file: 'a.txt' } })
    await expect(library.reindex({ change: { does: 'remove', file: 'b.txt' } })).rejects.toThrow(
      /at least one must remain/,
    )
    expect((await library.state()).removed).toHaveLength(1)
  })

  test('removing an article whose file has vanished', async () => {
    const { place, library } = await opened()
    await rm(join(place.folder, 'a.txt'))
    await expect(library.reindex({ change: { does: 'remove', file: 'a.txt' } })).rejects.toThrow(
      /a\.txt no longer exists: run \/reindex/,
    )
  })

  test('any change while the list of hidden articles is damaged, which stays as it is', async () => {
    const { place, library } = await opened()
    await writeFile(join(place.dataDir, hiddenFile), 'damaged')
    for (const change of [adding('gulls.txt'), { does: 'remove', file: 'a.txt' } as const])
      await expect(library.reindex({ change })).rejects.toThrow(/hidden\.json is damaged: repair it/)
    expect(await readFile(join(place.dataDir, hiddenFile), 'utf8')).toBe('damaged')
    expect(
      (await readdir(place.dataDir)).includes('articles') && (await readdir(join(place.dataDir, 'articles'))),
    ).toEqual([])
    expect((await library.state()).troubles).toEqual([expect.stringContaining('is damaged')])
  })

  test('any change without a data folder', async () => {
    const place = await makePlace(files)
    const library = await openAt(place, { store: undefined })
    await expect(library.reindex({ change: adding('gulls.txt') })).rejects.toThrow(
      /There is no stored index yet: run "node \. reindex"/,
    )
  })

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'any change in a read-only folder',
    async () => {
      const { place, library } = await opened()
      await mkdir(join(place.dataDir, 'articles'))
      await chmod(join(place.dataDir, 'articles'), 0o500)
      await expect(library.reindex({ change: adding('gulls.txt') })).rejects.toThrow(
        /Adding gulls\.txt failed \(permission is denied, EACCES\)/,
      )
    },
  )
})

describe('a change whose reindex', () => {
  test('fails is undone', async () => {
    const { place, library } = await opened()
    const before = await stateOf(place.dataDir)
    const failing = await openAt(place, {
      check: () => {
        throw new Error('not sound')
      },
    })
    for (const change of [adding('gulls.txt'), { does: 'remove', file: 'a.txt' } as const])
      await expect(failing.reindex({ change })).rejects.toThrow('not sound')
    expect(await stateOf(place.dataDir)).toMatchObject(before)
    expect(filesOf(await openAt(place))).toEqual(filesOf(library))
    const { undo } = await library.reindex({ change: adding('gulls.txt') })
    await expect(failing.reindex({ change: undo })).rejects.toThrow(/no longer one of the articles|not sound/)
    expect(filesOf(await openAt(place))).toContain('gulls.txt')
  })

  test('is cancelled is undone', async () => {
    const { place, library } = await opened()
    const stop = new AbortController()
    const cancelled = library.reindex({
      change: adding('gulls.txt'),
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    await expect(cancelled).rejects.toThrow('The reindex was cancelled.')
    expect(await readdir(join(place.dataDir, 'articles'))).toEqual([])
    expect(filesOf(library)).toEqual(['a.txt', 'b.txt'])
  })
})
