import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { writeAtomically } from '../disk/atomic-file.ts'
import { LibraryError, meaningOf, systemCode } from '../errors/library-error.ts'
import { hiddenFile } from './article-places.ts'

const schema = z.strictObject({
  hidden: z.array(
    z.strictObject({
      /** The path below the articles' folder. */
      file: z.string().min(1),
      /** When it was hidden, as an ISO time, and who hid it. */
      at: z.string(),
      by: z.string(),
    }),
  ),
})

/** An article of the articles' folder that moderators hid. */
export type HiddenArticle = z.infer<typeof schema>['hidden'][number]

function unusable(path: string, why: string, code: string | null): LibraryError {
  return new LibraryError(
    `The list of hidden articles ${path} ${why}: repair it, or delete it to show all hidden articles again.`,
    code,
  )
}

/**
 * The hidden articles; none if there is no list. A list that cannot be read is an error, not an empty list: removed articles must not come
 * back by themselves.
 * @throws LibraryError if the list cannot be read.
 */
export async function readHidden(dataDir: string): Promise<readonly HiddenArticle[]> {
  const path = join(dataDir, hiddenFile)
  let content: string
  try {
    content = await readFile(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return []
    throw unusable(path, `cannot be read (${meaningOf(error)})`, systemCode(error))
  }
  try {
    return schema.parse(JSON.parse(content)).hidden
  } catch {
    throw unusable(path, 'is damaged', null)
  }
}

/** Replaces the list in one step. @throws the system's error; the old list then stays. */
export async function writeHidden(dataDir: string, hidden: readonly HiddenArticle[]): Promise<void> {
  await writeAtomically(join(dataDir, hiddenFile), `${JSON.stringify({ hidden }, null, 2)}\n`)
}
