import type { AttachedFile } from '../interactions/interactions.ts'
import type { Routes } from './http.ts'
import { snowflake } from './snowflake.ts'
import { refusal } from './state.ts'

/** Where files that users attach are stored and fetched from. */
export function createAttachments(origin: string): {
  attach(name: string, content: string | Uint8Array, more?: Partial<AttachedFile>): AttachedFile
  readonly routes: Routes
} {
  const stored = new Map<string, Uint8Array>()
  return {
    attach(name, content, more = {}) {
      const bytes = Buffer.from(content)
      const id = snowflake()
      stored.set(id, bytes)
      const url = `${origin}/attachments/${id}?ex=1`
      return {
        id,
        filename: name,
        size: bytes.length,
        url,
        proxy_url: url,
        content_type: 'text/plain; charset=utf-8',
        ...more,
      }
    },
    routes: {
      'GET /attachments/:file': ({ params }) => {
        const bytes = stored.get(params.file ?? '')
        if (bytes === undefined) return refusal(404, 0, 'not found')
        return { status: 200, raw: { bytes, headers: { 'content-type': 'application/octet-stream' } } }
      },
    },
  }
}
