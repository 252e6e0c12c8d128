import { execFileSync } from 'node:child_process'
import { chmod, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { maxFileBytes } from '../../src/corpus/encoding/decode.ts'
import { readCorpus } from '../../src/corpus/folder/read-folder.ts'
import { folderOf, tempFolder } from '../../testkit/articles/temp-folder.ts'

const windows = process.platform === 'win32'
const good = 'The river rose.\n'

const idsOf = async (folder: string) => (await readCorpus(folder)).articles.map(({ id }) => id)

describe('a folder of articles', () => {
  test('is read with its subfolders, in the order of paths, without hidden files', async () => {
    const folder = await folderOf({
      'b.txt': 'B.',
      'a/z.md': 'Z.',
      'a/B.MARKDOWN': 'Capital.',
      'a.text': 'A.',
      '.hidden.txt': 'No.',
      '.git/x.txt': 'No.',
    })
    expect(await readCorpus(folder)).toMatchObject({
      articles: [
        { file: 'a.text' },
        { file: 'a/B.MARKDOWN' },
        { file: 'a/z.md', id: 'a/z' },
        { file: 'b.txt', id: 'b' },
      ],
      skipped: [],
    })
  })

  test('gives files that differ only in their extension different ids', async () => {
    expect(await idsOf(await folderOf({ 'a.md': 'One.', 'a.txt': 'Two.', 'b.txt': 'Three.' }))).toEqual([
      'a.md',
      'a.txt',
      'b',
    ])
  })

  test('is read the same way twice', async () => {
    const folder = await folderOf({ 'a.txt': good, 'b.md': '# B\n\nText.' })
    expect(await readCorpus(folder)).toEqual(await readCorpus(folder))
  })

  test('can hold files with a byte order mark, which is not text', async () => {
    const { articles } = await readCorpus(await folderOf({ 'a.txt': '\ufeffdate 2024-05-03 The river rose.' }))
    expect(articles).toMatchObject([{ date: '2024-05-03', paragraphs: [{ text: 'The river rose.', fileStart: 16 }] }])
  })
})

describe('a file that cannot be read is named, and the others are read: one that', () => {
  test.each([
    ['is empty', '', 'empty', /is empty/],
    ['holds white space alone', '\ufeff \n\t\n', 'empty', /is empty/],
    ['is over 2 MiB', 'a '.repeat(maxFileBytes / 2 + 1), 'too-large', /over 2 MiB/],
    ['holds a NUL', 'The river\u0000 rose.', 'binary', /NUL/],
    ['is over 1 % control characters', `${'a'.repeat(98)}\u0001\u0002`, 'binary', /over 1 % control characters/],
    ['is not UTF-8', Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x20), 'not-utf8', /not UTF-8 \(line 1\), and not/],
    ['is a draft', '---\ndraft: true\n---\nText.', 'draft', /is a draft/],
    ['has front matter alone', '---\ntitle: a\n---\n', 'no-text', /no text/],
    ['has the same text as another', good, 'duplicate', /same text as a\.txt/],
    ['holds the same text with other line ends', '\ufeffThe river rose.\r\n', 'duplicate', /same text as a\.txt/],
  ] as const)('%s', async (_, content, code, reason) => {
    const { articles, skipped } = await readCorpus(
      await folderOf({ 'a.txt': good, 'bad.txt': content, 'c.txt': 'It fell.' }),
    )
    expect(articles.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(skipped).toEqual([{ file: 'bad.txt', code, reason: expect.stringMatching(reason) }])
  })

  test('is of another format', async () => {
    const { skipped } = await readCorpus(await folderOf({ 'a.txt': good, 'b.pdf': 'x', README: 'x' }))
    expect(skipped).toMatchObject([
      { file: 'README', code: 'unsupported' },
      { file: 'b.pdf', code: 'unsupported', reason: expect.stringContaining('.md') },
    ])
  })

  test.skipIf(windows)('is a pipe', async () => {
    const folder = await folderOf({ 'a.txt': good })
    execFileSync('mkfifo', [join(folder, 'pipe.txt')])
    expect((await readCorpus(folder)).skipped).toMatchObject([{ file: 'pipe.txt', code: 'not-regular' }])
  })

  test.skipIf(windows)('is a link out of the folder, to a folder, in a circle or to nothing', async () => {
    const folder = await folderOf({ 'in/a.txt': good })
    const outside = await folderOf({ 'secret.txt': 'Secret.' })
    await symlink(join(outside, 'secret.txt'), join(folder, 'out.txt'))
    await symlink(outside, join(folder, 'outside'))
    await symlink(join(folder, 'in'), join(folder, 'folder'))
    await symlink(folder, join(folder, 'in/self'))
    await symlink(join(folder, 'gone.txt'), join(folder, 'nothing.txt'))
    const { articles, skipped } = await readCorpus(folder)
    expect(articles.map(({ file }) => file)).toEqual(['in/a.txt'])
    expect(skipped.map(({ file, code }) => [file, code])).toEqual([
      ['folder', 'not-regular'],
      ['in/self', 'not-regular'],
      ['nothing.txt', 'unreadable'],
      ['out.txt', 'link-out'],
      ['outside', 'link-out'],
    ])
  })

  test.skipIf(windows || process.getuid?.() === 0)('cannot be read', async () => {
    const folder = await folderOf({ 'a.txt': good, 'b.txt': 'It fell.' })
    await chmod(join(folder, 'b.txt'), 0)
    expect((await readCorpus(folder)).skipped).toMatchObject([{ file: 'b.txt', code: 'unreadable', reason: /EACCES/ }])
  })
})

describe('a link to a file in the folder', () => {
  test.skipIf(windows)('is that file: it is read if the file is hidden, and else is a duplicate', async () => {
    const folder = await folderOf({ '.store/a.txt': good, 'b.txt': 'It fell.' })
    await symlink(join(folder, '.store/a.txt'), join(folder, 'a.txt'))
    await symlink(join(folder, 'b.txt'), join(folder, 'c.txt'))
    const { articles, skipped } = await readCorpus(folder)
    expect(articles.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(skipped).toMatchObject([{ file: 'c.txt', code: 'duplicate' }])
  })
})

describe('copies', () => {
  test('are kept on request', async () => {
    const folder = await folderOf({ 'a.txt': good, 'b.txt': good })
    expect((await readCorpus(folder, { keepDuplicates: true })).articles).toHaveLength(2)
  })
})

describe('a folder without articles is an error that says what to do:', () => {
  const refused = (folder: string) => expect(readCorpus(folder)).rejects

  test('one that is missing', async () => {
    const folder = join(await tempFolder(), 'gone')
    await refused(folder).toMatchObject({
      name: 'CorpusError',
      folder,
      message: expect.stringMatching(/does not exist.*ARTICLES_DIR/),
    })
  })

  test('one that is empty', async () => {
    await refused(await tempFolder()).toThrow(/is empty: put \.txt, \.md or \.html files into it/)
  })

  test('one that holds only bad files', async () => {
    await refused(await folderOf({ 'a.txt': '' })).toThrow(/no readable article \(a\.txt is empty\)/)
  })

  test('one that is a file', async () => {
    await refused(join(await folderOf({ 'a.txt': good }), 'a.txt')).toThrow(/is not a folder: set ARTICLES_DIR/)
  })
})
