import { randomUUID } from 'node:crypto'
import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** What a file is to hold: a text, bytes, or bytes in pieces, which are taken one after another. */
type Content = string | Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** The end of the name of a file that is still being written. */
export const unfinished = '.unfinished'

/** Flushes a folder to disk, so that names added, changed or removed in it survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes a file under a temporary name, flushes it to disk, and passes that name to `take`. */
async function writeBeside(folder: string, name: string, content: Content, take: (beside: string) => Promise<void>) {
  await mkdir(folder, { recursive: true })
  const beside = join(folder, `.${name}.${randomUUID()}${unfinished}`)
  try {
    const handle = await open(beside, 'wx')
    try {
      const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content
      for await (const piece of pieces) await handle.writeFile(piece)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await take(beside)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
}

/**
 * Writes a file so that it always has either its whole old content or its whole new content, even after a power cut. Creates its folder
 * if necessary. `confirm` runs immediately before the rename that replaces the old content, and throws to prevent it.
 * @throws the system's error, or what `confirm` throws; the old content then stays, and no temporary file is left.
 */
export async function writeAtomically(
  path: string,
  content: Content,
  confirm: () => Promise<void> = async () => undefined,
): Promise<void> {
  const folder = dirname(path)
  await writeBeside(folder, basename(path), content, async (beside) => {
    await confirm()
    await rename(beside, path)
  })
  await syncFolder(folder)
}

/** Flushes folders to disk; if that fails, runs `undo`. */
async function settle(folders: readonly string[], undo: () => Promise<void>): Promise<void> {
  try {
    for (const folder of folders) await syncFolder(folder)
  } catch (error) {
    await undo()
    throw error
  }
}

/**
 * Writes a new file in one step, and never replaces another. The temporary file is in `workFolder`, on the same disk.
 * @throws the system's error (EEXIST if the file exists); then no file is left.
 */
export async function writeNew(path: string, content: Uint8Array, workFolder: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeBeside(workFolder, basename(path), content, async (beside) => {
    // A link fails if the name is taken; a rename would replace the file.
    await link(beside, path)
    await rm(beside, { force: true }).catch(() => undefined)
  })
  await settle([dirname(path)], () => rm(path, { force: true }))
}

/**
 * Moves a file, and never replaces another.
 * @throws the system's error (EEXIST if there is a file at `to`); the file is then still at `from`.
 */
export async function moveNew(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await link(from, to)
  await rm(from).catch(async (error: unknown) => {
    await rm(to, { force: true })
    throw error
  })
  await settle([dirname(to), dirname(from)], () => rename(to, from))
}
