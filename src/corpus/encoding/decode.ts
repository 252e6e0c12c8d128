import { BadFile } from '../article/bad-file.ts'
import { decodeStated, decodeUtf16, decodeWindows1252 } from './legacy-encodings.ts'

/** The largest text that is read, in bytes. */
export const maxFileBytes = 2 * 1024 * 1024
/** The largest web page that is read, in bytes: most of it may be scripts and pictures. */
const maxPageBytes = 16 * 1024 * 1024

/** @throws BadFile if a file of this many bytes is too large to be read. */
export function checkSize(bytes: number, isPage: boolean): void {
  const limit = isPage ? maxPageBytes : maxFileBytes
  if (bytes <= limit) return
  throw new BadFile('too-large', `is over ${limit / 1024 / 1024} MiB; split it into smaller files`)
}

const maxControlCharacterShare = 0.01
// White space among the control characters is common in plain text.
const control = /(?![\t\n\f\r\v])\p{Cc}/gu

/** The number of the line with the first byte that is not UTF-8, from 1. */
function badLine(bytes: Uint8Array): number {
  // A replacement character in the file itself is as good a place to look.
  return new TextDecoder().decode(bytes).split('\ufffd', 1)[0]?.split('\n').length ?? 1
}

function refused(bytes: Uint8Array): BadFile {
  const what = `is not UTF-8 (line ${badLine(bytes)}), and not clearly Windows-1252 or UTF-16`
  return new BadFile('not-utf8', `${what}; save it as UTF-8 text`)
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * The text of a file's bytes, without a byte order mark: UTF-8, the encoding that the text states, or UTF-16 or Windows-1252 if the bytes leave
 * no doubt. `isPage`: the limit of web pages applies.
 * @throws BadFile if the bytes are empty, too many, binary or in another encoding.
 */
export function decode(bytes: Uint8Array, isPage = false): string {
  checkSize(bytes.length, isPage)
  const wide = decodeUtf16(bytes)
  if (wide === null && bytes.includes(0)) {
    throw new BadFile('binary', 'is binary (it contains a NUL byte); save it as UTF-8 text')
  }
  const text = wide ?? decodeUtf8(bytes) ?? decodeStated(bytes) ?? decodeWindows1252(bytes)
  if (text === null) throw refused(bytes)
  if (text.trim() === '') throw new BadFile('empty', 'is empty')
  const controls = text.match(control)?.length ?? 0
  if (controls > text.length * maxControlCharacterShare) {
    throw new BadFile('binary', 'is binary (over 1 % control characters); save it as UTF-8 text')
  }
  return text
}
