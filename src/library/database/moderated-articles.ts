import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { listFiles } from '../../corpus/folder/files.ts'
import type { Queries } from '../../database/database.ts'
import { addedFolder, removedFolder } from '../changes/article-places.ts'
import { readHidden, writeHidden } from '../changes/hidden-articles.ts'
import type { Removals } from '../snapshot/store.ts'
import { collection } from './collection.ts'

// Moderators' changes are in the database. The holder of the lock works on a local copy, which is laid out like a data folder without a
// database. It is brought up to date when the lock is taken, and stored in the transaction that switches generations.

/** A file of moderators: an added article, or one that was removed, with the folder that it was moved to. */
interface Place {
  readonly aside: string | null
  readonly file: string
}

interface StoredFile extends Place {
  readonly hash: string
}

const pathOf = ({ aside, file }: Place): string =>
  aside === null ? join(addedFolder, file) : join(removedFolder, aside, file)
const keyOf = (one: StoredFile): string => JSON.stringify([one.aside, one.file, one.hash])
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function filesIn(folder: string): Promise<readonly string[]> {
  return listFiles(folder, []).catch((): string[] => [])
}

/** The files of the copy. */
async function copiedFiles(dataDir: string): Promise<readonly StoredFile[]> {
  const added = (await filesIn(join(dataDir, addedFolder))).map((file): Place => ({ aside: null, file }))
  const removed = (await filesIn(join(dataDir, removedFolder))).flatMap((path): Place[] => {
    const [aside = '', ...rest] = path.split('/')
    return rest.length === 0 ? [] : [{ aside, file: rest.join('/') }]
  })
  return Promise.all(
    [...added, ...removed].map(async (place) => ({
      ...place,
      hash: hashOf(await readFile(join(dataDir, pathOf(place)))),
    })),
  )
}

async function storedFiles(queries: Queries): Promise<readonly StoredFile[]> {
  return queries.query<{ aside: string | null; file: string; hash: string }>(
    `select null as aside, file, encode(sha256(bytes), 'hex') as hash from added_articles where collection = $1
      union all select aside, file, encode(sha256(bytes), 'hex') from removed_articles where collection = $1`,
    [collection],
  )
}

async function storedHidden(queries: Queries): Promise<Removals['hidden']> {
  return queries.query<{ file: string; at: string; by: string }>(
    `select file, hidden_at as at, hidden_by as by from hidden_articles where collection = $1
      order by hidden_at, file collate "C"`,
    [collection],
  )
}

/** What moderators removed. */
export async function readRemovals(queries: Queries): Promise<Removals> {
  const moved = await queries.query<{ aside: string; file: string }>(
    'select aside, file from removed_articles where collection = $1',
    [collection],
  )
  return { hidden: await storedHidden(queries), moved }
}

function without(some: readonly StoredFile[], others: readonly StoredFile[]): readonly StoredFile[] {
  const known = new Set(others.map(keyOf))
  return some.filter((one) => !known.has(keyOf(one)))
}

async function fetchBytes(queries: Queries, { aside, file }: Place): Promise<Buffer> {
  const [row] = await (aside === null
    ? queries.query<{ bytes: Buffer }>('select bytes from added_articles where collection = $1 and file = $2', [
        collection,
        file,
      ])
    : queries.query<{ bytes: Buffer }>(
        'select bytes from removed_articles where collection = $1 and aside = $2 and file = $3',
        [collection, aside, file],
      ))
  return row?.bytes ?? Buffer.alloc(0)
}

/** Makes the copy in a data folder the same as the database. */
export async function copyFromDatabase(queries: Queries, dataDir: string): Promise<void> {
  const [stored, copied] = [await storedFiles(queries), await copiedFiles(dataDir)]
  for (const one of without(copied, stored)) await rm(join(dataDir, pathOf(one)), { force: true })
  for (const one of without(stored, copied)) {
    const path = join(dataDir, pathOf(one))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, await fetchBytes(queries, one))
  }
  await writeHidden(dataDir, await storedHidden(queries))
}

/** Makes the database the same as the copy, in a transaction. */
export async function copyToDatabase(queries: Queries, dataDir: string): Promise<void> {
  const [stored, copied] = [await storedFiles(queries), await copiedFiles(dataDir)]
  for (const { aside, file } of without(stored, copied)) {
    if (aside === null)
      await queries.query('delete from added_articles where collection = $1 and file = $2', [collection, file])
    else
      await queries.query('delete from removed_articles where collection = $1 and aside = $2 and file = $3', [
        collection,
        aside,
        file,
      ])
  }
  for (const one of without(copied, stored)) {
    const bytes = await readFile(join(dataDir, pathOf(one)))
    if (one.aside === null)
      await queries.query('insert into added_articles values ($1, $2, $3)', [collection, one.file, bytes])
    else
      await queries.query('insert into removed_articles values ($1, $2, $3, $4)', [
        collection,
        one.aside,
        one.file,
        bytes,
      ])
  }
  await queries.query('delete from hidden_articles where collection = $1', [collection])
  for (const { file, at, by } of await readHidden(dataDir))
    await queries.query('insert into hidden_articles values ($1, $2, $3, $4)', [collection, file, at, by])
}
