import type { Attachment } from '../../../commands/support/definition/command.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
import { fixedText } from '../../messages/fixed-text.ts'
import { opening } from '../render/text/inline-text.ts'

/** A file as an interaction describes it. */
export interface SentFile {
  readonly name: string
  /** In bytes, as Discord states it. */
  readonly size: number
  readonly url: string
}

export interface FetchRules {
  /** The only origins that files are fetched from. */
  readonly origins: ReadonlySet<string>
  /** In bytes. */
  readonly maxSize: number
  readonly timeoutMs: number
}

/** Discord's origins for attachments. */
const discordOrigins = ['https://cdn.discordapp.com', 'https://media.discordapp.net']
const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])$/
const mebibyte = 1024 * 1024
const maxNameLength = 60

/** The rules for attachments of at most 1 MiB. If Discord's API is a test server on this machine, its origin is allowed too. */
export function fetchRules(apiUrl: string | undefined): FetchRules {
  const test = apiUrl === undefined ? null : new URL(apiUrl)
  const own = test !== null && loopback.test(test.hostname) ? [test.origin] : []
  return { origins: new Set([...discordOrigins, ...own]), maxSize: mebibyte, timeoutMs: 10_000 }
}

type Fetched = Awaited<ReturnType<Attachment['read']>>

/** The bytes of a response, or null if there are more than `maxSize`. */
async function bytesOf({ body }: Response, maxSize: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > maxSize) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Fetches a file from Discord: only from its own origins, without redirects, within limits of time and size. */
async function fetchFile(
  { name, size, url }: SentFile,
  { origins, maxSize, timeoutMs }: FetchRules,
  signal?: AbortSignal,
): Promise<Fetched> {
  const shown = opening(plainLine(name), maxNameLength)
  const tooLarge = { problem: fixedText('file.too-large', { file: shown, size: maxSize / mebibyte }) }
  const address = URL.canParse(url) ? new URL(url) : null
  if (address === null || !origins.has(address.origin) || address.username !== '' || address.password !== '') {
    return { problem: fixedText('file.elsewhere', { file: shown }) }
  }
  if (size > maxSize) return tooLarge
  try {
    const response = await fetch(address, {
      redirect: 'error',
      headers: { 'accept-encoding': 'identity' },
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal === undefined ? [] : [signal])]),
    })
    if (!response.ok) {
      await response.body?.cancel()
      return { problem: fixedText('file.refused', { file: shown, status: response.status }) }
    }
    const bytes = await bytesOf(response, maxSize)
    if (bytes === null) return tooLarge
    if (bytes.length === size) return { bytes }
    return { problem: fixedText('file.other-size', { file: shown, bytes: bytes.length, size }) }
  } catch (error) {
    if (signal?.aborted) return { problem: fixedText('file.cancelled', { file: shown }) }
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    return { problem: fixedText(isLate ? 'file.late' : 'file.no-answer', { file: shown }) }
  }
}

/** A file that is attached to a command; it is fetched when it is read. */
export function attachment(file: SentFile, rules: FetchRules): Attachment {
  return { name: file.name, read: (signal) => fetchFile(file, rules, signal) }
}
