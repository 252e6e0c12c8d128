import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { argv, resourceUsage, stdout } from 'node:process'
import { openAt } from '../../testkit/library/place.ts'
import { type Built, cpuMs, mebibytes } from './measured.ts'
import { articlesIn, dataIn, documentsIn, rivalIn } from './place.ts'
import type { Document } from './rivals/rival.ts'
import { rivals } from './rivals/rivals.ts'

// A process that builds the index of a place with one engine and stores it: node build-once.js ENGINE PLACE

const [engine = '', place = ''] = argv.slice(2)

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function buildVerbatim(): Promise<Omit<Built, 'peakMb'>> {
  const library = await openAt({ folder: articlesIn(place), dataDir: dataIn(place) }, { begin: 'stored-or-empty' })
  const begun = cpuMs()
  let read = begun
  await library.reindex({
    onProgress({ step }) {
      if (step === 'reading' || step === 'quotations') read = cpuMs()
    },
  })
  return { readingMs: read - begun, buildMs: cpuMs() - read, storedMb: mebibytes(await bytesIn(dataIn(place))) }
}

async function buildRival(name: string): Promise<Omit<Built, 'peakMb'>> {
  const folder = rivalIn(place, name)
  await mkdir(folder, { recursive: true })
  const rival = rivals[name]?.(folder)
  if (rival === undefined) throw new Error(`no engine is called ${name}`)
  const texts: Document[] = []
  let textBytes = 0
  let buildMs = 0
  for await (const document of documentsIn(place)) {
    if (!rival.storesTexts) {
      texts.push(document)
      textBytes += Buffer.byteLength(document.text) + Buffer.byteLength(document.title)
    }
    const begun = cpuMs()
    rival.add(document)
    buildMs += cpuMs() - begun
  }
  const begun = cpuMs()
  await rival.save()
  buildMs += cpuMs() - begun
  return { readingMs: null, buildMs, storedMb: mebibytes((await bytesIn(folder)) + textBytes) }
}

const built = await (engine === 'verbatim' ? buildVerbatim() : buildRival(engine))
const result: Built = { ...built, peakMb: resourceUsage().maxRSS / 1024 }
stdout.write(JSON.stringify(result))
