import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Generation } from '../generation/generation.ts'
import { restoreGeneration, type Sections, sectionNames, storeGeneration } from './stored-generation.ts'

/** Why a snapshot cannot be used. */
export type SnapshotTrouble = 'missing' | 'unreadable' | 'damaged' | 'other-format' | 'other-program'

/** A snapshot cannot be used. The message completes the sentence "The snapshot FILE …". */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError'
  readonly trouble: SnapshotTrouble

  constructor(trouble: SnapshotTrouble, message: string) {
    super(message)
    this.trouble = trouble
  }
}

const format = 3
// One line: the file type, its format, and the SHA-256 of everything after this line.
const opening = /^verbatim-snapshot ([1-9]\d{0,3}) ([0-9a-f]{64})\n/
const maxOpeningLength = 96

const length = z.int().nonnegative()
const headerSchema = z.strictObject({
  /** `programFingerprint` of the program that wrote it. */
  fingerprint: z.string(),
  generation: z.string().regex(/^[0-9a-f]{8}$/),
  /** The size of each section in bytes, in file order. */
  sections: z.strictObject({
    articles: length,
    index: length,
    words: length,
    quotations: length,
    facts: length,
    readings: length,
  }),
})

function damaged(what: string): SnapshotError {
  return new SnapshotError('damaged', `is damaged (${what})`)
}

/** Encodes a generation as the bytes of a file, in pieces. `fingerprint` is the `programFingerprint` of this program. */
export function encodeSnapshot(generation: Generation, fingerprint: string): readonly Buffer[] {
  const stored = storeGeneration(generation)
  const header: z.infer<typeof headerSchema> = {
    fingerprint,
    generation: generation.id,
    sections: {
      articles: stored.articles.length,
      index: stored.index.length,
      words: stored.words.length,
      quotations: stored.quotations.length,
      facts: stored.facts.length,
      readings: stored.readings.length,
    },
  }
  const rest = [Buffer.from(`${JSON.stringify(header)}\n`), ...sectionNames.map((name) => stored[name])]
  const hash = createHash('sha256')
  for (const piece of rest) hash.update(piece)
  return [Buffer.from(`verbatim-snapshot ${format} ${hash.digest('hex')}\n`), ...rest]
}

/** The number of bytes at the beginning of a snapshot that show which program wrote it: more than the first two lines have. */
export const snapshotHead = 1024

/** Whether a snapshot that begins with `head` was written by this version of the program. It may still be damaged. */
export function isOwnSnapshot(head: Buffer, fingerprint: string): boolean {
  const [first = '', second = ''] = head.toString('latin1').split('\n')
  return (
    opening.exec(`${first}\n`)?.[1] === String(format) &&
    second.startsWith(`{"fingerprint":${JSON.stringify(fingerprint)},`)
  )
}

/**
 * Decodes a generation that `encodeSnapshot` encoded. All bytes are checked before any is decoded.
 * @throws SnapshotError if a byte differs, or they have another format or are from another version of the program.
 */
export function decodeSnapshot(bytes: Buffer, fingerprint: string): Generation {
  const [line, digits, hash] = opening.exec(bytes.subarray(0, maxOpeningLength).toString('latin1')) ?? []
  if (line === undefined) throw damaged('it does not start like a snapshot')
  if (Number(digits) !== format) {
    throw new SnapshotError('other-format', `has format ${digits}; this program reads format ${format}`)
  }
  const rest = bytes.subarray(line.length)
  if (createHash('sha256').update(rest).digest('hex') !== hash) throw damaged('its content does not match its SHA-256')
  const headerEnd = rest.indexOf('\n')
  const header = headerSchema.parse(JSON.parse(rest.subarray(0, headerEnd).toString('utf8')))
  if (header.fingerprint !== fingerprint) {
    throw new SnapshotError('other-program', 'was written by another version of this program or of Node.js')
  }
  let at = headerEnd + 1
  const take = (name: keyof Sections): Buffer => {
    const start = at
    at += header.sections[name]
    const section = rest.subarray(start, at)
    // V8 reads the numbers of the index in place, at offsets that are multiples of eight: a copy begins at one.
    return name === 'index' ? Buffer.from(section) : section
  }
  const [articles, index, words, quotations, facts, readings] = sectionNames.map(take)
  if (!articles || !index || !words || !quotations || !facts || !readings) throw damaged('a part is missing')
  return restoreGeneration(header.generation, { articles, index, words, quotations, facts, readings })
}
