import * as z from 'zod/mini'
import { type Action, actionResponse, type Choice, refusalResponse, uploadResponse } from '../protocol/actions.ts'
import { type Event, event } from '../protocol/events.ts'

/** The server did not do what the page asked for; the message says why. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
}

/** The page's connection to its server. */
export interface Connection {
  /** @throws RequestError if the server refuses the action or is gone. */
  act(action: Action): Promise<readonly Choice[]>
  /** Uploads a file, and returns its id. @throws RequestError if the server refuses it or is gone. */
  upload(file: File): Promise<string>
}

const serverIsGone = 'The preview does not answer: start it again with "npm run preview".'

async function request(path: string, body: Blob | string): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, { method: 'POST', body })
  } catch (cause) {
    throw new RequestError(serverIsGone, { cause })
  }
  if (response.ok) return response
  const refused = z.safeParse(refusalResponse, await response.json().catch(() => null))
  throw new RequestError(refused.success ? refused.data.message : serverIsGone)
}

/** Exchanges the token in the address for a cookie, so that it is neither in the history nor in a copied address. */
async function openSession(): Promise<void> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token === null) return
  history.replaceState(null, '', location.pathname)
  await request('/session', JSON.stringify({ token }))
}

/**
 * Connects to the server.
 * @throws RequestError if the server does not know the page.
 */
export async function connect(
  onEvent: (event: Event) => void,
  onTrouble: (sentence: string | null) => void,
): Promise<Connection> {
  await openSession()
  const events = new EventSource('/events')
  events.addEventListener('message', ({ data }) => onEvent(z.parse(event, JSON.parse(String(data)))))
  events.addEventListener('open', () => onTrouble(null))
  events.addEventListener('error', () => {
    const isRefused = events.readyState === EventSource.CLOSED
    onTrouble(isRefused ? 'Open the address that "npm run preview" printed, with the token at its end.' : serverIsGone)
  })
  return {
    act: async (action) => {
      const response = await request('/actions', JSON.stringify(action))
      return z.parse(actionResponse, await response.json()).choices
    },
    upload: async (file) => {
      const response = await request(`/files?name=${encodeURIComponent(file.name)}`, file)
      return z.parse(uploadResponse, await response.json()).file
    },
  }
}
