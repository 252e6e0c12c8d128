import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Article } from '../../src/corpus/article/article.ts'
import type { Generation } from '../../src/library/generation/generation.ts'
import { createFileReader, type FileReader, type FileReaderOptions } from '../../src/library/reader/file-reader.ts'
import { council } from '../../testkit/articles/articles.ts'
import { faultyThread } from '../../testkit/faults/faulty-reading.ts'
import { makePlace, openAt, type Place } from '../../testkit/library/make-place.ts'
import { openRemoteAt } from '../../testkit/library/place.ts'
import { asPlainData } from '../../testkit/plain-data.ts'
import { reading } from '../../testkit/program.ts'

/** A thread that meets faults, and a last resort that is soon reached. */
const faulty = {
  thread: faultyThread,
  limitMs: 1_000,
}

function reader(options: FileReaderOptions): FileReader {
  const made = createFileReader(options)
  onTestFinished(() => made.close())
  return made
}

const story = 'The zoo bought 3 elephants in June, its keeper said. “They came by ship,” Ana Lima said.\n\n'
/** A text that is too long to be read in the calling thread, and yet soon read: headings hold no quotations and no facts. */
const long = `${story}${'# The zoo of Elmport and its elephants\n'.repeat(500)}`
const page = (text: string) => `<html><body><article><p>${`${text} `.repeat(12)}</p></article></body></html>`

const faults = [
  ['A loop without an end.', /^takes over 1 s to read; split it into smaller files/],
  ['A pattern without an end.', /^takes over 1 s to read/],
  ['A stack without an end.', /^cannot be read because of a fault in Verbatim \(Maximum call stack size exceeded\)/],
  ['A sudden end.', /^cannot be read because of a fault in Verbatim \(the reading thread ended\)/],
  ['An error that nobody waits for.', /^cannot be read because of a fault in Verbatim \((?:nobody waits|Error)\)/],
] as const

/** The reading of an article, by a reader. */
const read = ({ readAll }: FileReader, article: Article) => readAll([article]).readingOf(article)

describe('articles that are read at the same time', () => {
  test.for([1, 2, 3])('have the readings that they have in the calling thread, in %i threads', async (threads) => {
    const apart = reader({ ...reading, threads })
    const names = ['Ana Lima', 'Rui Costa', 'Jonas Bright']
    const texts = [
      ...names.map((name) => long.replaceAll('Ana Lima', name)),
      ...Array.from({ length: 30 }, (_, at) => `${story.repeat(60)}Ana Lima counted ${at + 2} zebras in Elmport.`),
    ]
    const articles = await Promise.all(texts.map((text, at) => apart.parse(`story-${at}.txt`, Buffer.from(text))))
    const [queue, here] = [apart.readAll(articles), reader({}).readAll(articles)]
    const speakers = new Set<string | null>()
    for (const article of articles) {
      const [one, other] = [await queue.readingOf(article), await here.readingOf(article)]
      expect(one.article).toBe(article)
      expect(one.words()).toEqual(other.words())
      expect(asPlainData(one.utterances)).toEqual(asPlainData(other.utterances))
      expect(asPlainData(one.reports)).toEqual(asPlainData(other.reports))
      for (const { content } of one.utterances) speakers.add(content.speaker)
    }
    expect([...speakers].sort()).toEqual(names.toSorted())
  })
})

describe('a fault while a file is read', () => {
  test.for(faults)('is the reason why the file is skipped, and the next file is read: %s', async ([fault, reason]) => {
    const told: string[] = []
    const own = reader({ ...faulty, onFault: (sentence) => told.push(sentence) })
    const { parse, prepare } = own
    const bytes = Buffer.from(page(fault))
    const refused = { name: 'BadFile', code: 'fault', reason: expect.stringMatching(reason) }
    await expect(parse('bad.html', bytes)).rejects.toMatchObject(refused)
    expect(told).toEqual([expect.stringMatching(/^bad\.html .+\.$/)])
    expect((await parse('good.html', Buffer.from(page(story)))).paragraphs).toHaveLength(1)
    await expect(prepare('bad.html', { name: 'bad.html', bytes, stated: {} })).rejects.toMatchObject(refused)
    const article = await parse('late.txt', Buffer.from(`${long}Reading: ${fault}`))
    await expect(read(own, article)).rejects.toMatchObject(refused)
    expect((await read(own, await parse('long.txt', Buffer.from(long)))).utterances).toHaveLength(1)
  })

  test('is the reason why the file is skipped: not enough memory', async () => {
    const { parse } = reader({ ...faulty, limitMs: 600_000 })
    await expect(parse('bad.html', Buffer.from(page('More memory than there is.')))).rejects.toMatchObject({
      code: 'fault',
      reason: expect.stringMatching(/^needs too much memory to read; split it into smaller files/),
    })
  })

  test('can be cancelled', async () => {
    const stop = new AbortController()
    const { parse } = reader({ ...faulty, limitMs: 60_000, signal: stop.signal })
    const parsed = parse('bad.html', Buffer.from(page('A loop without an end.')))
    const queued = parse('good.html', Buffer.from(page(story)))
    stop.abort()
    await expect(parsed).rejects.toMatchObject({ name: 'AbortError' })
    await expect(queued).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('a reading thread', () => {
  test('reads exactly what the calling thread would read', async () => {
    const files = { 'long.txt': story.repeat(9) + long, 'page.html': page(story), 'short.md': story }
    const place = await makePlace(files)
    const here = await openAt(place, { store: undefined, reading: undefined })
    const apart = await openAt(place, { store: undefined, reading })
    const partsOf = ({ id, articles, utterances, statements, facts, parts }: Generation) => {
      const readings = parts.readings().map(({ words }) => words())
      return { id, articles, readings, read: asPlainData({ utterances, statements, facts }) }
    }
    expect(partsOf(apart.current)).toEqual(partsOf(here.current))
    expect(apart.current.utterances.every(({ article }) => apart.current.articles.includes(article))).toBe(true)
  })
})

const endless = page('A loop without an end.')
const lateFault = `${long}\nReading: A loop without an end.\n`

async function write({ folder }: Place, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
}

describe('files that take too long to read', () => {
  const files = { 'a.txt': council['garden.txt'] ?? '', 'page.html': endless, 'late.txt': lateFault }
  const reasons = [
    { file: 'page.html', code: 'fault', reason: expect.stringContaining('takes over 1 s to read') },
    { file: 'late.txt', code: 'fault', reason: expect.stringContaining('takes over 1 s to read') },
  ]

  test.for(['kept', 'not kept'] as const)('do not prevent a library from opening: %s', async (kept) => {
    const place = await makePlace(files)
    const told: string[] = []
    const onTrouble = (sentence: string) => told.push(sentence)
    const { current } = await openAt(place, {
      reading: faulty,
      onTrouble,
      ...(kept === 'not kept' && { store: undefined }),
    })
    expect(current.articles.map(({ file }) => file)).toEqual(['a.txt'])
    expect(current.skipped).toEqual(reasons)
    expect(told).toEqual([expect.stringMatching(/^page\.html takes/), expect.stringMatching(/^late\.txt takes/)])
  })

  test('do not prevent a bot from starting, and are named at once', async () => {
    const place = await makePlace(files)
    const told: string[] = []
    const remote = await openRemoteAt(place, { reading: faulty, onTrouble: (sentence) => told.push(sentence) })
    onTestFinished(() => remote.stop())
    expect(remote.served).toMatchObject({ articles: 1, skipped: reasons })
    expect(told).toEqual([expect.stringMatching(/^page\.html takes/), expect.stringMatching(/^late\.txt takes/)])
    expect((await remote.service.ask('What does entry to the garden cost?')).status).toBe('answered')
  })

  test('keep the reading of their earlier text, even in a full reindex', async () => {
    const place = await makePlace({ 'a.txt': story, 'page.html': page(story), 'late.txt': `${long}It ends well.` })
    const library = await openAt(place, { reading: faulty })
    const before = library.current
    const stale = reasons.map((one) => ({
      ...one,
      code: 'stale',
      reason: expect.stringMatching(/; answers still come from its earlier text$/),
    }))
    await write(place, { 'page.html': endless, 'late.txt': lateFault, 'new.txt': 'There are 12 gulls.\n' })
    const report = await library.reindex()
    expect(report).toMatchObject({ added: ['new.txt'], changed: [], removed: [], skipped: stale })
    await library.reindex({ full: true })
    const { articles, skipped, utterances } = library.current
    expect(skipped).toEqual(stale)
    expect(articles.map(({ file }) => file)).toEqual(['a.txt', 'late.txt', 'new.txt', 'page.html'])
    expect(utterances.map(({ content }) => content)).toEqual(before.utterances.map(({ content }) => content))
  })

  test('are not added and leave nothing behind', async () => {
    const place = await makePlace({ 'a.txt': story })
    const library = await openAt(place, { reading: faulty })
    const change = { does: 'add', file: 'late.txt', bytes: Buffer.from(lateFault) } as const
    await expect(library.reindex({ change })).rejects.toThrow(/^late\.txt takes over 1 s to read/)
    await expect(readFile(join(place.dataDir, 'articles/late.txt'))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('cannot be the only articles', async () => {
    await expect(openAt(await makePlace({ 'late.txt': lateFault }), { reading: faulty })).rejects.toThrow(
      /^No article can be read \(late\.txt takes over 1 s/,
    )
  })
})
