import { randomUUID } from 'node:crypto'
import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** How the name of a file that is still being written ends. */
export const unfinished = '.unfinished'

/** Makes lasting what was named, renamed or removed in a folder. */
async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; there the rename is as lasting as it gets.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes a file beside others under a name that nobody reads, has it made lasting, and hands that name to `take`. */
async function writeBeside(
  folder: string,
  name: string,
  content: string | Uint8Array,
  take: (beside: string) => Promise<void>,
) {
  await mkdir(folder, { recursive: true })
  const beside = join(folder, `.${name}.${randomUUID()}${unfinished}`)
  try {
    const handle = await open(beside, 'wx')
    try {
      await handle.writeFile(content)
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
 * Writes a file so that at every moment, a power cut included, there is either the old content or the new one, whole. Its folder is made
 * where it is missing. `confirm` runs immediately before the rename that replaces the old content, and throws to prevent it.
 * @throws the system's error, or what `confirm` throws; then the old content stands, and nothing is left behind.
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  confirm: () => Promise<void> = async () => undefined,
): Promise<void> {
  const folder = dirname(path)
  await writeBeside(folder, basename(path), content, async (beside) => {
    await confirm()
    await rename(beside, path)
  })
  await syncFolder(folder)
}

/** Makes lasting what was done in some folders; where that fails, it is undone. */
async function settle(folders: readonly string[], undo: () => Promise<void>): Promise<void> {
  try {
    for (const folder of folders) await syncFolder(folder)
  } catch (error) {
    await undo()
    throw error
  }
}

/**
 * Writes a new file in one step, and never over another one. What is unfinished stands in `workFolder`, on the same disk.
 * @throws the system's error (EEXIST where there is a file already); then nothing is left behind.
 */
export async function writeNew(path: string, content: Uint8Array, workFolder: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeBeside(workFolder, basename(path), content, async (beside) => {
    // A link fails where the name is taken; a rename would not.
    await link(beside, path)
    await rm(beside, { force: true }).catch(() => undefined)
  })
  await settle([dirname(path)], () => rm(path, { force: true }))
}

/**
 * Moves a file, and never over another one.
 * @throws the system's error (EEXIST where there is a file already); then it stands where it stood.
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
