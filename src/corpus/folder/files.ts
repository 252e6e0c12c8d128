import { constants } from 'node:fs'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import { extname, isAbsolute, join, relative, sep } from 'node:path'
import { articleExtensions } from '../article/article-extensions.ts'
import { BadFile, type SkippedFile } from '../article/bad-file.ts'
import { checkSize } from '../encoding/decode.ts'
import { isPage } from '../parse-article.ts'

// A file's name appears in messages and in every citation, so nothing in it may change how the rest of a line is displayed.
const unshowable = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
/** The character that Node puts in place of file name bytes that are not UTF-8. */
const replacement = '\ufffd'

/** Compares by UTF-16 units, so that the order is the same on every machine. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What went wrong, for a message: the code of a system error ("ENOENT"), or the error's message. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}

/**
 * The paths of the files below `folder`, with `/`, in order, without hidden ones. Folders that cannot be listed are added to `skipped`.
 * `except` is a path below `folder` that is left out with everything in it.
 */
export async function listFiles(folder: string, skipped: SkippedFile[], except?: string): Promise<string[]> {
  const files: string[] = []
  /** Lists a folder; returns whether there is, or may be, something in it. */
  const list = async (below: string): Promise<boolean> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: unknown) => {
      if (below === '') throw error
      skipped.push({ file: `${below}/`, code: 'unreadable', reason: `cannot be listed (${errorCode(error)})` })
      return null
    })
    for (const entry of entries ?? []) {
      if (entry.name.startsWith('.')) continue
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (path === except) continue
      if (!entry.isDirectory()) files.push(path)
      else if (!(await list(path)) && articleExtensions.includes(extname(path).toLowerCase())) {
        skipped.push({ file: `${path}/`, code: 'not-regular', reason: 'is an empty folder that is named like a file' })
      }
    }
    return entries === null || entries.length > 0
  }
  await list('')
  return files.sort(byCodeUnit)
}

/** The path of `path` below `root`, '' for `root` itself, or null if it is not inside; both are real paths. */
export function pathInside(root: string, path: string): string | null {
  const inside = relative(root, path)
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : inside
}

/** A file's name with a replacement character for each character that cannot be displayed. */
export function shownName(file: string): string {
  return file.replace(unshowable, replacement)
}

/** @throws BadFile if a name cannot be displayed, or is not UTF-8. */
function checkName(file: string): void {
  if (shownName(file) !== file) {
    throw new BadFile('bad-name', 'has control characters in its name; rename it')
  }
  if (file.includes(replacement)) throw new BadFile('bad-name', 'has a name that is not UTF-8; rename it')
}

/** The real path of `file`, which must be inside the real path of the folder. */
async function resolveInside(root: string, file: string): Promise<string> {
  const path = await realpath(join(root, file))
  if (pathInside(root, path) === null) {
    throw new BadFile('link-out', 'is a link to a file outside the folder; copy the file itself into the folder')
  }
  return path
}

/**
 * The bytes of a file below `root`, which must be a real path.
 * @throws BadFile if it cannot be an article; the system's error if it cannot be read.
 */
export async function readBytes(root: string, file: string): Promise<Buffer> {
  checkName(file)
  const path = await resolveInside(root, file)
  if (!(await stat(path)).isFile()) throw new BadFile('not-regular', 'is not a regular file')
  if (!articleExtensions.includes(extname(file).toLowerCase())) {
    throw new BadFile('unsupported', `has an unsupported format (supported: ${articleExtensions.join(', ')})`)
  }
  // Non-blocking, so that reading cannot hang if a pipe replaced the file after the check above.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const { size } = await handle.stat()
    checkSize(size, isPage(file))
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}
