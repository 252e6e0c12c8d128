import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** A file of the page, as it is served. */
export interface PageFile {
  readonly bytes: Uint8Array
  readonly type: string
}

/** The files of the page by path, `/` being the page itself. */
export type PageFiles = ReadonlyMap<string, PageFile>

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** The type of a file, which browsers are told not to guess. */
export const typeOf = (name: string): string => types[extname(name)] ?? 'application/octet-stream'

/** Sent with every response: the page runs its own script only, asks its own server only, and is in no frame. */
export const pageHeaders = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

/** Reads the built page from its folder. */
export async function readPageFiles(folder: string): Promise<PageFiles> {
  const names = await readdir(folder)
  const files = await Promise.all(
    names.map(async (name) => {
      const file: PageFile = { bytes: await readFile(join(folder, name)), type: typeOf(name) }
      return [name === 'index.html' ? '/' : `/${name}`, file] as const
    }),
  )
  return new Map(files)
}
