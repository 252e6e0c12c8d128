import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** How the name of a file that is still being written ends. */
export const unfinished = '.unfinished'

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

/**
 * Writes a file so that at every moment, a power cut included, there is either the old content or the new one, whole. Its folder is made
 * where it is missing.
 * @throws the system's error; then the old content stands, and nothing is left behind.
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const beside = join(folder, `.${basename(path)}.${randomUUID()}${unfinished}`)
  try {
    const handle = await open(beside, 'wx')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(folder)
}
