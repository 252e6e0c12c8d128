import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { writeBuildFingerprint } from './dist/src/library/build-fingerprint.js'

// The part of `npm run build` after the compiler: joins the files of dist/src to few files in dist/app, because finding and loading
// 300 small files takes longer than an answer. What a task needs only later stays in files of its own.

const folder = 'dist/app'
const entryPoints = {
  main: 'dist/src/main.js',
  worker: 'dist/src/service/worker.js',
  thread: 'dist/src/library/reader/thread.js',
}
/** These are loaded as they are: the bot loads them once, or they look for files of their own. */
const external = [
  '@mozilla/readability',
  'chokidar',
  'discord.js',
  'dotenv',
  'pg',
  'pino',
  'pino-pretty',
  'prom-client',
  'yaml',
]
const dayMs = 86_400_000

const changedAt = async (file) => (await stat(file).catch(() => ({ mtimeMs: 0 }))).mtimeMs

/** Whether nothing has been compiled or installed since the last time. */
async function isUpToDate() {
  const sources = ['dist/.tsbuildinfo', 'node_modules/.package-lock.json', 'bundle.mjs']
  const times = await Promise.all(sources.map(changedAt))
  return (await changedAt(join(folder, 'main.js'))) > Math.max(...times)
}

/** Removes what earlier builds have left. A program that runs may still load files of the last one. */
async function removeOld(outputs) {
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    if (!(file in outputs) && (await changedAt(file)) < Date.now() - dayMs) await rm(file)
  }
}

if (!(await isUpToDate())) {
  const { metafile } = await build({
    entryPoints,
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external,
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
  })
  await removeOld(metafile.outputs)
}
writeBuildFingerprint()
