import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ResourceName, readBytes, resourceNames, resourcePath } from '../../src/resources/resources.ts'

const readme = fileURLToPath(new URL('../../../resources/README.md', import.meta.url))
const checksumBlock = /(?<=^```\n)[^`]*(?=^```$)/m

/** Writes the checksum of every data file into `resources/README.md`, in the form that `sha256sum --check` reads. */
export function writeChecksums(): void {
  const lines = resourceNames.map((name) => `${createHash('sha256').update(readBytes(name)).digest('hex')}  ${name}\n`)
  writeFileSync(readme, readFileSync(readme, 'utf8').replace(checksumBlock, lines.join('')))
}

/** Writes a data file, bytes or lines of text, and its checksum. */
export function writeResource(name: ResourceName, content: Uint8Array | readonly string[]): void {
  mkdirSync(dirname(resourcePath(name)), { recursive: true })
  writeFileSync(resourcePath(name), content instanceof Uint8Array ? content : `${content.join('\n')}\n`)
  writeChecksums()
}
