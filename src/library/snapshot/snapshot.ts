import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Generation } from '../generation/generation.ts'
import {
  type OpenStoredIndex,
  type Piece,
  type PieceLimits,
  restoreGeneration,
  type StoredPieces,
  sectionNames,
  storeGeneration,
} from './stored-generation.ts'

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

const format = 5
// The first line: the file type and its format. Older formats have more in it.
const opening = /^verbatim-snapshot ([1-9]\d{0,3})[ \n]/
const firstLine = `verbatim-snapshot ${format}\n`

const headerSchema = z.strictObject({
  /** `programFingerprint` of the program that wrote it. */
  fingerprint: z.string(),
  generation: z.string().regex(/^[0-9a-f]{8}$/),
})

const lengths = z.array(z.int().nonnegative())
/** The size of each piece of each section in bytes, in file order. */
const directorySchema = z.strictObject({
  articles: lengths,
  index: lengths,
  readings: lengths,
  words: lengths,
  statements: lengths,
  facts: lengths,
})
type Directory = z.infer<typeof directorySchema>

// The last line: the size of the directory before it, and the SHA-256 of everything before this line.
const closing = /^([ \d]{12}) ([0-9a-f]{64})\n$/
const closingLength = 78

function damaged(what: string): SnapshotError {
  return new SnapshotError('damaged', `is damaged (${what})`)
}

/** The bytes of a snapshot, in the order in which they are asked for. */
function createEncoder(header: z.infer<typeof headerSchema>) {
  const hash = createHash('sha256')
  const hashed = (bytes: Uint8Array) => {
    hash.update(bytes)
    return bytes
  }
  const directory: Directory = { articles: [], index: [], readings: [], words: [], statements: [], facts: [] }
  return {
    begin: () => hashed(Buffer.from(`${firstLine}${JSON.stringify(header)}\n`)),
    piece({ section, bytes }: Piece) {
      directory[section].push(bytes.length)
      return hashed(bytes)
    },
    end() {
      const bytes = Buffer.from(JSON.stringify(directory))
      hashed(bytes)
      return Buffer.concat([bytes, Buffer.from(`${String(bytes.length).padStart(12)} ${hash.digest('hex')}\n`)])
    },
  }
}

/**
 * Encodes a generation as the bytes of a file, in pieces that are made as they are taken. `fingerprint` is the `programFingerprint` of
 * this program, `limits` the sizes of the pieces.
 */
export function* encodeSnapshot(
  generation: Generation,
  fingerprint: string,
  limits?: PieceLimits,
): Generator<Uint8Array> {
  const encoder = createEncoder({ fingerprint, generation: generation.id })
  yield encoder.begin()
  for (const piece of storeGeneration(generation, limits)) yield encoder.piece(piece)
  yield encoder.end()
}

/** Encodes pieces that come from elsewhere, in the order of their sections, as the bytes of a file. */
export async function* encodePieces(
  generation: string,
  fingerprint: string,
  pieces: AsyncIterable<Piece>,
): AsyncGenerator<Uint8Array> {
  const encoder = createEncoder({ fingerprint, generation })
  yield encoder.begin()
  for await (const piece of pieces) yield encoder.piece(piece)
  yield encoder.end()
}

/** The number of bytes at the beginning of a snapshot that show which program wrote it: more than the first two lines have. */
export const snapshotHead = 1024

/** Whether a snapshot that begins with `head` was written by this version of the program. It may still be damaged. */
export function isOwnSnapshot(head: Buffer, fingerprint: string): boolean {
  return head.toString('latin1').startsWith(`${firstLine}{"fingerprint":${JSON.stringify(fingerprint)},`)
}

/** The bytes of a snapshot. */
export interface SnapshotBytes {
  readonly size: number
  /** The bytes from a place on. @throws SnapshotError if they cannot be read. */
  read(start: number, length: number): Buffer
}

/** Bytes that are checked together. */
const checkedLength = 1 << 20

/** The directory of a snapshot, after all bytes were compared with their hash. */
function checkedDirectory(bytes: SnapshotBytes): Buffer {
  const end = bytes.size - closingLength
  const [line, length, hash] = end < 0 ? [] : (closing.exec(bytes.read(end, closingLength).toString('latin1')) ?? [])
  if (line === undefined) throw damaged('it does not end like a snapshot')
  const found = createHash('sha256')
  for (let at = 0; at < end; at += checkedLength) found.update(bytes.read(at, Math.min(checkedLength, end - at)))
  if (found.digest('hex') !== hash) throw damaged('its content does not match its SHA-256')
  return bytes.read(end - Number(length), Number(length))
}

/** The places of all pieces of each section. */
function piecesOf(bytes: SnapshotBytes, directory: Directory, first: number): StoredPieces {
  let at = first
  const places = new Map(
    sectionNames.map((name) => {
      const own = directory[name].map((length) => {
        const start = at
        at += length
        return { start, length }
      })
      return [name, own]
    }),
  )
  return {
    count: (section) => places.get(section)?.length ?? 0,
    read(section, index) {
      const place = places.get(section)?.[index]
      if (place === undefined) throw damaged('a part is missing')
      return bytes.read(place.start, place.length)
    },
  }
}

/**
 * Decodes a generation that `encodeSnapshot` encoded. All bytes are checked before any is decoded. Most are read when they are needed: the
 * bytes must then still be there.
 * @throws SnapshotError if a byte differs, or they have another format or are from another version of the program.
 */
export function decodeSnapshot(bytes: SnapshotBytes, fingerprint: string, openIndex?: OpenStoredIndex): Generation {
  const head = bytes.read(0, Math.min(snapshotHead, bytes.size))
  const [line, digits] = opening.exec(head.toString('latin1')) ?? []
  if (line === undefined) throw damaged('it does not start like a snapshot')
  if (Number(digits) !== format) {
    throw new SnapshotError('other-format', `has format ${digits}; this program reads format ${format}`)
  }
  const directory = checkedDirectory(bytes)
  const headerEnd = head.indexOf('\n', firstLine.length)
  const header = headerSchema.parse(JSON.parse(head.subarray(firstLine.length, headerEnd).toString('utf8')))
  if (header.fingerprint !== fingerprint) {
    throw new SnapshotError('other-program', 'was written by another version of this program or of Node.js')
  }
  const sections = directorySchema.parse(JSON.parse(directory.toString('utf8')))
  return restoreGeneration(header.generation, piecesOf(bytes, sections, headerEnd + 1), openIndex)
}
