import { BadFile } from '../article/bad-file.ts'
import { decodeUtf16, decodeWindows1252 } from './legacy-encodings.ts'

/** The largest file that is read, in bytes. */
export const maxFileBytes = 2 * 1024 * 1024

const maxControlCharacterShare = 0.01
// White space among the control characters is common in plain text.
const control = /(?![\t\n\f\r\v])\p{Cc}/gu

const refused = 'is not UTF-8, and not clearly Windows-1252 or UTF-16; save it as UTF-8 text'

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * The text of a file's bytes, without a byte order mark: UTF-8, or UTF-16 or Windows-1252 if the bytes leave no doubt.
 * @throws BadFile if the bytes are empty, too many, binary or in another encoding.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes.length > maxFileBytes) throw new BadFile('too-large', 'is over 2 MiB; split it into smaller files')
  const wide = decodeUtf16(bytes)
  if (wide === null && bytes.includes(0)) {
    throw new BadFile('binary', 'is binary (it contains a NUL byte); save it as UTF-8 text')
  }
  const text = wide ?? decodeUtf8(bytes) ?? decodeWindows1252(bytes)
  if (text === null) throw new BadFile('not-utf8', refused)
  if (text.trim() === '') throw new BadFile('empty', 'is empty')
  const controls = text.match(control)?.length ?? 0
  if (controls > text.length * maxControlCharacterShare) {
    throw new BadFile('binary', 'is binary (over 1 % control characters); save it as UTF-8 text')
  }
  return text
}
