import type { Attachment } from '../../../commands/support/command.ts'
import { plainLine } from '../../language/tokens/normalise.ts'
import { opening } from './citation-lines.ts'

/** A file as an interaction names it. */
export interface SentFile {
  readonly name: string
  /** Bytes, as Discord says. */
  readonly size: number
  readonly url: string
}

export interface FetchRules {
  /** The origins that files are fetched from, and no others. */
  readonly origins: ReadonlySet<string>
  /** The most bytes. */
  readonly most: number
  /** Milliseconds for all of it. */
  readonly patience: number
}

/** Where Discord keeps what users attach. */
const discord = ['https://cdn.discordapp.com', 'https://media.discordapp.net']
const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])$/
const mebibyte = 1024 * 1024
const maxNameLength = 60

/** The rules for attachments of at most 1 MiB. A test server on this very machine, named as Discord's API, has its own. */
export function fetchRules(apiUrl: string | undefined): FetchRules {
  const test = apiUrl === undefined ? null : new URL(apiUrl)
  const own = test !== null && loopback.test(test.hostname) ? [test.origin] : []
  return { origins: new Set([...discord, ...own]), most: mebibyte, patience: 10_000 }
}

type Fetched = Awaited<ReturnType<Attachment['read']>>

/** The bytes of a response, or null where they are more than `most`. */
async function bytesOf({ body }: Response, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Fetches a file from Discord: its own address alone, without a redirect, within limits of time and size. */
async function fetchFile(
  { name, size, url }: SentFile,
  { origins, most, patience }: FetchRules,
  signal?: AbortSignal,
): Promise<Fetched> {
  const shown = opening(plainLine(name), maxNameLength)
  const tooLarge = { problem: `${shown} is over ${most / mebibyte} MiB: split it into smaller files.` }
  const address = URL.canParse(url) ? new URL(url) : null
  if (address === null || !origins.has(address.origin) || address.username !== '' || address.password !== '') {
    return { problem: `${shown} is not at Discord's address for attachments and was not fetched: attach it again.` }
  }
  if (size > most) return tooLarge
  try {
    const response = await fetch(address, {
      redirect: 'error',
      headers: { 'accept-encoding': 'identity' },
      signal: AbortSignal.any([AbortSignal.timeout(patience), ...(signal === undefined ? [] : [signal])]),
    })
    if (!response.ok) {
      await response.body?.cancel()
      return { problem: `${shown} cannot be fetched from Discord (${response.status}): attach it again.` }
    }
    const bytes = await bytesOf(response, most)
    if (bytes === null) return tooLarge
    if (bytes.length === size) return { bytes }
    return { problem: `${shown} has ${bytes.length} bytes, but Discord says ${size}: attach it again.` }
  } catch (error) {
    if (signal?.aborted) return { problem: `Fetching ${shown} was cancelled.` }
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    return {
      problem: `${shown} cannot be fetched from Discord (${isLate ? 'no answer in time' : 'no answer'}): attach it again.`,
    }
  }
}

/** A file that came with a command, to be fetched when it is wanted. */
export function attachment(file: SentFile, rules: FetchRules): Attachment {
  return { name: file.name, read: (signal) => fetchFile(file, rules, signal) }
}
