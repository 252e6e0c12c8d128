import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** A request as the gate sees it. */
export interface Knock {
  readonly method: string
  readonly headers: IncomingHttpHeaders
}

/** Who may use the server: pages that it served itself, opened with the token that the program printed. */
export interface Gate {
  readonly port: number
  /** The secret that the printed address ends in. */
  readonly token: string
  /** Why a request may not be served at all: it is for another host or comes from another origin. Null: it may. */
  refuse(knock: Knock): string | null
  /** Whether the request carries the cookie of a page that knows the token. */
  isKnown(knock: Knock): boolean
  /** The `Set-Cookie` header for a page that shows this token; null if it is wrong. */
  admit(token: string): string | null
}

const secretBytes = 32
const secret = (): string => randomBytes(secretBytes).toString('base64url')

/** Compares two secrets in a time that says nothing about where they differ. */
function isSame(given: string, known: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(known)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The names by which a browser on this machine reaches the server. */
const hostNames = ['127.0.0.1', 'localhost', '[::1]']

/** A gate for the server on this port, with new secrets. */
export function createGate(port: number): Gate {
  const token = secret()
  const session = secret()
  // Cookies are shared by all ports of a host.
  const cookie = `preview-${port}`
  const hosts = new Set(hostNames.map((name) => `${name}:${port}`))
  return {
    port,
    token,
    refuse({ method, headers }) {
      const { host = '', origin } = headers
      if (!hosts.has(host)) return `This preview is at http://127.0.0.1:${port} and answers under no other name.`
      const isOwn = origin === `http://${host}`
      if (origin !== undefined && !isOwn) return 'This preview answers only to its own page.'
      if (!isOwn && method !== 'GET' && method !== 'HEAD')
        return 'A request that changes something must state its origin.'
      return null
    },
    isKnown({ headers }) {
      const site = headers['sec-fetch-site']
      if (site !== undefined && site !== 'same-origin') return false
      const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
      return pairs.some(([name, value = '']) => name === cookie && isSame(value, session))
    },
    admit: (given) => (isSame(given, token) ? `${cookie}=${session}; Path=/; HttpOnly; SameSite=Strict` : null),
  }
}
