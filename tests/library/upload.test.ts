import { describe, expect, test } from 'vitest'
import type { Upload } from '../../src/library/reader/read-upload.ts'
import { createAnswerService } from '../../src/service/answer-service.ts'
import { council, generationFrom, serviceOn } from '../../testkit/articles/articles.ts'
import { makePlace, openAt } from '../../testkit/library/make-place.ts'

const service = serviceOn(await generationFrom({ ...council, 'used.txt': 'There are 12 gulls.\n' }))

async function preview(name: string, content: string | Uint8Array, stated: Upload['stated'] = {}) {
  const seen = await service.preview({ name, bytes: Buffer.from(content), stated })
  if ('status' in seen) throw new Error(seen.message)
  return { ...seen, text: Buffer.from(seen.bytes).toString('utf8') }
}

const story = 'The zoo bought 3 elephants in June, its keeper said.\n\nThey came by ship from Norvale.\n'
const page = `<!doctype html><html><head><title>Elephants come to the zoo</title></head><body><article><h1>Elephants come to the zoo</h1>
<p>The zoo bought 3 elephants in June, its keeper said. They came by ship from Norvale, after a long winter without any.</p>
<p>“We are glad to have them,” the keeper said, “and so are the children of Elmport, who have waited for years.”</p>
<p>The animals will be shown from next week on, between nine and five, and on Sundays until seven in the evening.</p></article></body></html>`

describe('an upload', () => {
  test('is read like any article, with its own metadata, and stored byte for byte', async () => {
    const seen = await preview('Zoo News.txt', `date 2024-06-03 ${story}`)
    expect(seen).toMatchObject({
      file: 'Zoo-News.txt',
      taken: null,
      date: '2024-06-03',
      title: 'Zoo News',
      titleIsOwn: true,
      paragraphs: 2,
      shown: 2,
      opening: [{ paragraph: 1, kind: 'body', opening: expect.stringContaining('3 elephants') }, { paragraph: 2 }],
      text: `date 2024-06-03 ${story}`,
    })
  })

  test('carries the options given in its front matter, with the rest unchanged', async () => {
    const stated = {
      title: 'Zoo: "3" elephants # and more',
      date: '2024-06-04',
      outlet: 'Elmport: Daily',
      url: 'https://zoo.example/a?b=c#d',
    }
    const seen = await preview('zoo.md', story, stated)
    expect(seen).toMatchObject({ ...stated, titleIsOwn: true, paragraphs: 2 })
    expect(seen.text).toMatch(/^---\ntitle: /)
    expect(seen.text.endsWith(`---\n\n${story}`)).toBe(true)
  })

  test('carries the options in place of front matter that is broken or of another format, with what can be read of it', async () => {
    for (const own of [
      '---\ntitle: Old: news\nauthor: Ana Lima\n---\n',
      '+++\ntitle = "Old"\nauthor = "Ana Lima"\n+++\n',
    ]) {
      const seen = await preview('zoo.md', `${own}${story}`, { title: 'New' })
      expect(seen).toMatchObject({ title: 'New', author: 'Ana Lima', warnings: [], paragraphs: 2 })
    }
  })

  test('carries the options in place of the same keys in another spelling', async () => {
    const own = '---\nTitle: Old\nsection: News\nDATE: 2020-01-01\n---\n'
    const seen = await preview('zoo.md', `${own}${story}`, { title: 'New', date: '2024-06-04' })
    expect(seen).toMatchObject({ title: 'New', date: '2024-06-04', warnings: [] })
    expect(seen.text).toBe(`---\nsection: News\ntitle: New\ndate: 2024-06-04\n---\n${story}`)
  })

  test('warns about details that it cannot use', async () => {
    expect(await preview('zoo.md', `---\ntitle: Zoo\ndate: soon\n---\n${story}`)).toMatchObject({
      date: null,
      warnings: [{ key: 'date', reason: 'must be a date as YYYY-MM-DD' }],
    })
  })

  test('keeps the other fields of its own front matter', async () => {
    const own = `---\n# by the desk\ntitle: Old\nauthor: Ana Lima\ntags: [zoo]\n---\n${story}`
    const seen = await preview('zoo.md', own, { title: 'New' })
    expect(seen).toMatchObject({ title: 'New', author: 'Ana Lima' })
    expect(seen.text).toMatch(/# by the desk\ntitle: New\nauthor: Ana Lima\ntags: /)
    expect(seen.text.endsWith(`---\n${story}`)).toBe(true)
  })

  test('can be a web page, whose front matter overrides what the page says', async () => {
    const plain = await preview('zoo.html', page)
    expect(plain).toMatchObject({ title: 'Elephants come to the zoo', text: page })
    const seen = await preview('zoo.html', page, { title: 'Elephants', date: '2024-06-03' })
    expect(seen).toMatchObject({ title: 'Elephants', date: '2024-06-03', paragraphs: plain.paragraphs })
    expect(seen.text.endsWith(page)).toBe(true)
  })

  test('in another encoding is stored unchanged, or as UTF-8 if options are given', async () => {
    const utf16 = Buffer.from(`\ufeff${story}`, 'utf16le')
    expect(Buffer.from((await preview('zoo.txt', utf16)).bytes)).toEqual(utf16)
    expect((await preview('zoo.txt', utf16, { title: 'Zoo' })).text).toBe(`---\ntitle: Zoo\n---\n\n${story}`)
  })

  test.for([
    ['garden.txt', 'garden-2.txt'],
    ['USED.txt', 'USED-2.txt'],
    ['free.txt', 'free.txt'],
  ] as const)('%s gets a name that no other article has: %s', async ([name, file]) => {
    expect(await preview(name, story)).toMatchObject({ file, taken: file === name ? null : name })
  })

  test.for([
    ['zoo.pdf', story, {}, /^zoo\.pdf is not a format that can be added \(\.txt, \.md, \.mdx, \.html\)\.$/],
    ['zoo.txt', '', {}, /^zoo\.txt is empty\.$/],
    ['zoo.txt', 'PK\u0003\u0004\u0000\u0000', {}, /^zoo\.txt is binary/],
    ['zoo.txt', page, {}, /^zoo\.txt holds a web page; give it a name that ends in \.html\.$/],
    ['zoo.html', '<html><body></body></html>', {}, /^zoo\.html is a web page without main content/],
    ['zoo.txt', 'a'.repeat(1024 * 1024 + 1), {}, /^zoo\.txt is over 1 MiB/],
    ['zoo.txt', `A zoo.\n${'a '.repeat(26_000)}`, {}, /^zoo\.txt has a paragraph of over 50,000 characters \(¶2\)/],
    ['zoo.txt', 'a\n'.repeat(20_001), {}, /^zoo\.txt has over 20,000 paragraphs; split it into smaller files\.$/],
    ['zoo.md', '---\ntitle: x\n---\n', {}, /^zoo\.md has no text/],
    ['zoo.md', '---\ndraft: true\n---\nText.', { title: 'x' }, /^zoo\.md is a draft/],
    ['copy.txt', council['garden.txt'] ?? '', {}, /^copy\.txt has the same text as garden\.txt\.$/],
    ['copy.txt', council['garden.txt'] ?? '', { title: 'Mine' }, /^copy\.txt has the same text as garden\.txt\.$/],
    ['zoo.txt', story, { date: 'yesterday' }, /^zoo\.txt cannot be added: "date" must be a date as YYYY-MM-DD/],
    ['zoo.txt', story, { url: 'javascript:alert(1)' }, /"url" must be an http:\/\/ or https:\/\/ address/],
  ] as const)('%s that is not an article is refused in a sentence (%#)', async ([name, content, stated, sentence]) => {
    const refused = await service.preview({ name, bytes: Buffer.from(content), stated })
    expect(refused).toMatchObject({ status: 'error', message: expect.stringMatching(sentence) })
  })
})

/** Contents that are odd, and may or may not be articles. */
const odd: readonly (readonly [string, string])[] = [
  ...['“', '"a" ', 'Aa of the ', '1,', 'a. ', '…', '(', 'U.S. Mr. Dr. ', "o'o'o", 'on 3 May 2024 '].flatMap((text) => [
    ['short.txt', text.repeat(500)] as const,
    ['long.txt', text.repeat(60_000)] as const,
  ]),
  ['lines.md', 'a\n'.repeat(30_000)],
  ['headings.md', '# A\n'.repeat(9000)],
  ['anchors.md', `---\na: &a [x]\nb: [${'*a,'.repeat(50)}]\n---\nText.\n`],
  ['open.md', `---\n${'a: b\n'.repeat(900)}`],
  ['unclosed.html', `<html><body>${'<p>Lamps of the harbour, said Ann. '.repeat(900)}`],
  ['copy.md', council['garden.txt'] ?? ''],
]

describe('an upload with a preview', () => {
  test.for(odd)('can be added: %s (%#)', async ([name, content]) => {
    // Read in this thread: a new one for each text takes longer than the reading.
    const own = createAnswerService(await openAt(await makePlace(), { reading: undefined }))
    const offered = await own.preview({ name, bytes: Buffer.from(content), stated: {} })
    if ('status' in offered) return expect(offered.message).toMatch(/^\S+ .+\.$/)
    const { file, bytes } = offered
    expect(await own.reindex({ change: { does: 'add', file, bytes } })).toMatchObject({ added: [file] })
  })
})
