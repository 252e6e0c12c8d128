import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCorpus } from '../../src/corpus/folder/read-folder.ts'
import { buildGeneration, type Generation } from '../../src/library/generation/generation.ts'
import { decodeSnapshot, encodeSnapshot, SnapshotError } from '../../src/library/snapshot/snapshot.ts'
import { bytesInMemory } from '../../src/library/snapshot/snapshot-bytes.ts'
import { changesOf } from '../../src/reading/facts/extract/changed-claim.ts'
import { seeds, serviceOn } from '../../testkit/articles/articles.ts'
import { damage, damages } from '../../testkit/faults/damage.ts'
import { openDamaged, signed } from '../../testkit/faults/damaged-snapshots.ts'
import { fingerprint, makePlace, openAt, version } from '../../testkit/library/make-place.ts'
import { asPlainData } from '../../testkit/plain-data.ts'

const questions = ['drones', 'the council voted', 'Zelenskiy Paris', 'security guarantees']

async function answersOf(generation: Generation) {
  const service = serviceOn(generation)
  return Promise.all(
    questions.flatMap((question) => [
      service.ask(question),
      service.facts(question),
      service.whoSaid(question),
      service.find(question),
    ]),
  )
}

async function seedsGeneration(): Promise<Generation> {
  return buildGeneration(await readCorpus(seeds), version)
}

function troubleOf(run: () => unknown): string {
  try {
    run()
    return 'none'
  } catch (error) {
    return error instanceof SnapshotError ? error.trouble : String(error)
  }
}

describe('a snapshot', () => {
  test.for([
    ['of the usual size', undefined],
    ['of one article and one fact', { characters: 1, facts: 1 }],
  ] as const)('in pieces %s answers as its generation does', async ([, limits]) => {
    const built = await seedsGeneration()
    const bytes = Buffer.concat([...encodeSnapshot(built, fingerprint, limits)])
    const restored = decodeSnapshot(bytesInMemory(bytes), fingerprint)
    expect(restored.id).toBe(built.id)
    expect(await answersOf(restored)).toEqual(await answersOf(built))
    expect(asPlainData(restored.statements)).toEqual(asPlainData(built.statements))
    expect(asPlainData(restored.facts)).toEqual(asPlainData(built.facts))
    expect(restored.utterances.every(({ article }) => restored.articles.includes(article))).toBe(true)
    const paragraphs = new Set(restored.articles.flatMap((article) => article.paragraphs))
    const reports = restored.facts.flatMap((fact) => fact.reports)
    expect(reports.every(({ paragraph }) => paragraphs.has(paragraph))).toBe(true)
    expect(reports.every(({ source }) => source === null || paragraphs.has(source.paragraph))).toBe(true)
  })

  test('keeps that the first word of a report is a name, as another article shows', async () => {
    const place = await makePlace({
      'a.md': '# The port\n\nNordvann denied claims about the closed harbour on Monday.\n',
      'b.md': '# The ferry\n\nOn Monday the ferry owner Nordvann opened a new harbour.\n',
    })
    const built = buildGeneration(await readCorpus(place.folder), version)
    const bytes = Buffer.concat([...encodeSnapshot(built, fingerprint)])
    const restored = decodeSnapshot(bytesInMemory(bytes), fingerprint)
    const reports = restored.facts.flatMap((fact) => fact.reports)
    expect(reports.filter((report) => changesOf(report).opensWithName)).toHaveLength(1)
    expect(asPlainData(restored.facts)).toEqual(asPlainData(built.facts))
  })

  test('that is flipped, cut or zeroed anywhere is rejected', async () => {
    const bytes = Buffer.concat([...encodeSnapshot(await seedsGeneration(), fingerprint)])
    const read = damages(50, 7).map((one) =>
      troubleOf(() => decodeSnapshot(bytesInMemory(damage(bytes, one)), fingerprint)),
    )
    expect(read.filter((trouble) => trouble !== 'damaged' && trouble !== 'other-format')).toEqual([])
  })

  test('of another format or program is distinguished from a damaged one', async () => {
    const bytes = Buffer.concat([...encodeSnapshot(await seedsGeneration(), fingerprint)])
    expect(troubleOf(() => decodeSnapshot(bytesInMemory(bytes), 'other'))).toBe('other-program')
    const older = Buffer.from(bytes.toString('latin1').replace(/snapshot \d+/, 'snapshot 9'), 'latin1')
    expect(troubleOf(() => decodeSnapshot(bytesInMemory(older), fingerprint))).toBe('other-format')
    expect(troubleOf(() => decodeSnapshot(bytesInMemory(Buffer.from('hello')), fingerprint))).toBe('damaged')
  })
})

describe('a library with a damaged snapshot', () => {
  test('names it, rebuilds it and answers the same, whatever the damage', async () => {
    const outcomes = await openDamaged(await makePlace(), damages(50, 3))
    expect(outcomes.filter(({ warning, isSame }) => warning === null || !isSame)).toEqual([])
  })

  test('is caught answering wrongly if the checksum is not verified', async () => {
    const outcomes = await openDamaged(await makePlace(), damages(50, 3), signed)
    expect(outcomes.filter(({ warning }) => warning === null).length).toBeGreaterThan(10)
    expect(outcomes.filter(({ isSame }) => !isSame).length).toBeGreaterThan(5)
  })

  test('names it, rebuilds it from the articles and answers the same', async () => {
    const place = await makePlace()
    const first = await openAt(place)
    const file = join(place.dataDir, 'generations', `${first.current.id}.snapshot`)
    const whole = await readFile(file)
    await writeFile(file, damage(whole, { kind: 'flip', at: 0.7, length: 1 }))
    const troubles: string[] = []
    const second = await openAt(place, { onTrouble: (sentence) => troubles.push(sentence) })
    expect(troubles).toHaveLength(1)
    expect(troubles[0]).toContain(file)
    expect(troubles[0]).toContain('damaged')
    expect(second.current.id).toBe(first.current.id)
    const kept = decodeSnapshot(bytesInMemory(await readFile(file)), fingerprint)
    expect(await answersOf(kept)).toEqual(await answersOf(first.current))
    await writeFile(join(place.dataDir, 'current.json'), '{"generation":"')
    const third = await openAt(place, { onTrouble: (sentence) => troubles.push(sentence) })
    expect(troubles[1]).toContain('current.json')
    expect(third.current.id).toBe(first.current.id)
  })
})
