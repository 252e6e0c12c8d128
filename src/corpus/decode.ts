import { BadFile } from './bad-file.ts'

/** The largest file that is read, in bytes. */
export const largestFile = 2 * 1024 * 1024

const mostControlCharacters = 0.01
// White space among the control characters is common in plain text.
const control = /(?![\t\n\f\r\v])\p{Cc}/gu

/**
 * The text of a file's bytes, without a byte order mark.
 * @throws BadFile when the bytes are empty, too many, binary or not UTF-8.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes.length > largestFile) throw new BadFile('too-large', 'is over 2 MiB; split it into smaller files')
  if (bytes.includes(0)) throw new BadFile('binary', 'is binary (it holds a NUL byte); save it as UTF-8 text')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new BadFile('not-utf8', 'is not UTF-8; save it as UTF-8 text')
  }
  if (text.trim() === '') throw new BadFile('empty', 'is empty')
  const controls = text.match(control)?.length ?? 0
  if (controls > text.length * mostControlCharacters) {
    throw new BadFile('binary', 'is binary (over 1 % control characters); save it as UTF-8 text')
  }
  return text
}
