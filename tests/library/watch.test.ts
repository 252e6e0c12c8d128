import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isLeftOut, watchArticles } from '../../src/library/changes/watch-articles.ts'
import { makePlace } from '../../testkit/library/make-place.ts'

/** Watches a place; `next` resolves with how often there was a change by then, when there is one more. */
async function watched(place: { readonly folder: string; readonly dataDir: string }) {
  let [seen, told] = [0, 0]
  let wake: () => void = () => undefined
  const troubles: string[] = []
  const close = await watchArticles({
    places: place,
    settle: 1,
    onChange: () => {
      seen++
      wake()
    },
    onTrouble: (sentence) => troubles.push(sentence),
  })
  onTestFinished(close)
  return {
    troubles,
    async next() {
      if (seen === told) await new Promise<void>((resolve) => (wake = resolve))
      told = seen
    },
  }
}

describe('watching the articles', () => {
  test('reports files that are added, changed or removed, in both folders and their subfolders', async () => {
    const place = await makePlace()
    const { next, troubles } = await watched(place)
    await writeFile(join(place.folder, 'new.txt'), 'There are 12 gulls.\n')
    await next()
    await mkdir(join(place.folder, 'deep/er'), { recursive: true })
    await writeFile(join(place.folder, 'deep/er/new.txt'), 'There are 13 gulls.\n')
    await next()
    await writeFile(join(place.dataDir, 'articles/new.txt'), 'There are 14 gulls.\n')
    await next()
    await rm(join(place.folder, 'new.txt'))
    await next()
    expect(troubles).toEqual([])
  })

  test.for([
    ['/a/x.txt', '/a', '/d', false],
    ['/a/.x.txt', '/a', '/d', true],
    ['/d/articles/x.txt', '/a', '/d', false],
    ['/d/articles', '/a', '/d', false],
    ['/d/generations/x', '/a', '/d', true],
    ['/a/data/current.json', '/a', '/a/data', true],
    ['/a/data', '/a', '/a/data', true],
    ['/a/data/articles/x.txt', '/a', '/a/data', false],
    ['/a/dat/x.txt', '/a', '/a/data', false],
    ['/d/texts/x.txt', '/d/texts', '/d', false],
    ['/d/texts', '/d/texts', '/d', false],
    ['/d/audit.log', '/d/texts', '/d', true],
    ['/.a/x.txt', '/.a', '/d', false],
  ] as const)('ignores hidden files and the program’s own: %s of %s and %s', ([path, folder, dataDir, left]) => {
    expect(isLeftOut(path, { folder, dataDir })).toBe(left)
  })
})
