import { rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { errorSentence } from '../../log/describe-error.ts'
import { fixedText } from '../../messages/fixed-text.ts'
import { moveNew, writeNew } from '../disk/atomic-file.ts'
import { LibraryError, systemCode, toLibraryError } from '../errors/library-error.ts'
import { isSafeArticleName } from './article-name.ts'
import { type ArticlePlaces, addedFolder, isThere, removedFolder } from './article-places.ts'
import { type ArticleChange, type FileChange, fileChanges } from './changes.ts'
import { type HiddenArticle, readHidden, writeHidden } from './hidden-articles.ts'
import { clearPendingChange, recordInterruptedChange, writePendingChange } from './pending-change.ts'
import { newRemovalFolder, removedArticles } from './removed-articles.ts'

/** A change that was made. */
export interface AppliedChange {
  /** The change that would undo it. */
  readonly undo: FileChange
  /** Undoes it without a trace. @throws the system's error. */
  takeBack(): Promise<void>
}

/** Where a change is made, and on whose behalf. */
export interface ChangeContext {
  readonly places: ArticlePlaces & { readonly dataDir: string }
  /** The name of whoever makes it, for people. */
  readonly by: string
  /** Whether a path is one of the articles that are served. */
  isArticle(file: string): boolean
}

type Change<Does> = Extract<FileChange, { readonly does: Does }>

function refused(sentence: string): LibraryError {
  return new LibraryError(sentence, null)
}

const taken = (file: string): LibraryError => refused(fixedText('change.exists', { file }))

async function add({ file, bytes }: Change<'add'>, { places }: ChangeContext): Promise<AppliedChange> {
  const { folder, dataDir } = places
  if (!isSafeArticleName(file)) throw refused(fixedText('change.bad-name', { file }))
  const path = join(dataDir, addedFolder, file)
  if (await isThere(join(folder, file))) throw taken(file)
  try {
    await writeNew(path, bytes, dataDir)
  } catch (error) {
    throw systemCode(error) === 'EEXIST' ? taken(file) : error
  }
  return { undo: { does: 'remove', file }, takeBack: () => rm(path, { force: true }) }
}

/** Replaces the list of hidden articles, and returns a function that restores the old one. */
async function changeHidden(
  dataDir: string,
  before: readonly HiddenArticle[],
  after: readonly HiddenArticle[],
): Promise<() => Promise<void>> {
  const takeBack = () => writeHidden(dataDir, before)
  try {
    await writeHidden(dataDir, after)
  } catch (error) {
    // The list may be replaced already even if flushing it to disk failed.
    await takeBack().catch(() => undefined)
    throw error
  }
  return takeBack
}

async function hide(file: string, { places: { dataDir }, by }: ChangeContext): Promise<AppliedChange> {
  const before = await readHidden(dataDir)
  const takeBack = await changeHidden(dataDir, before, [...before, { file, at: new Date().toISOString(), by }])
  return { undo: { does: 'restore', file, aside: null }, takeBack }
}

async function moveToRemoved(file: string, { places: { dataDir } }: ChangeContext): Promise<AppliedChange> {
  const aside = newRemovalFolder()
  const from = join(dataDir, addedFolder, file)
  await moveNew(from, join(dataDir, removedFolder, aside, file))
  return { undo: { does: 'restore', file, aside }, takeBack: () => moveBack(file, aside, dataDir) }
}

async function moveBack(file: string, aside: string, dataDir: string): Promise<void> {
  await moveNew(join(dataDir, removedFolder, aside, file), join(dataDir, addedFolder, file))
  // Empty now, unless someone has put something else there.
  await rmdir(join(dataDir, removedFolder, aside)).catch(() => undefined)
}

async function remove({ file }: Change<'remove'>, context: ChangeContext): Promise<AppliedChange> {
  const { folder, dataDir } = context.places
  if (!context.isArticle(file)) throw refused(fixedText('change.not-article', { file }))
  const isHidden = (await readHidden(dataDir)).some((hidden) => hidden.file === file)
  if (!isHidden && (await isThere(join(folder, file)))) return hide(file, context)
  if (await isThere(join(dataDir, addedFolder, file))) return moveToRemoved(file, context)
  throw refused(fixedText('change.no-file', { file }))
}

async function restore({ file, aside }: Change<'restore'>, context: ChangeContext): Promise<AppliedChange> {
  const { folder, dataDir } = context.places
  const known = (await removedArticles(dataDir)).some((one) => one.file === file && one.aside === aside)
  if (!known) throw refused(fixedText('change.not-removed', { file }))
  if (aside === null) {
    if (await isThere(join(dataDir, addedFolder, file))) throw taken(file)
    const before = await readHidden(dataDir)
    const after = before.filter((hidden) => hidden.file !== file)
    return { undo: { does: 'remove', file }, takeBack: await changeHidden(dataDir, before, after) }
  }
  const isHidden = (await readHidden(dataDir)).some((hidden) => hidden.file === file)
  if (!isHidden && (await isThere(join(folder, file)))) throw taken(file)
  try {
    await moveBack(file, aside, dataDir)
  } catch (error) {
    throw systemCode(error) === 'EEXIST' ? taken(file) : error
  }
  const [from, to] = [join(dataDir, addedFolder, file), join(dataDir, removedFolder, aside, file)]
  return { undo: { does: 'remove', file }, takeBack: () => moveNew(from, to) }
}

const doing: Readonly<Record<FileChange['does'], string>> = {
  add: 'Adding',
  remove: 'Removing',
  restore: 'Restoring',
}

function apply(change: FileChange, context: ChangeContext): Promise<AppliedChange> {
  switch (change.does) {
    case 'add':
      return add(change, context)
    case 'remove':
      return remove(change, context)
    case 'restore':
      return restore(change, context)
  }
}

/** Undoes changes, the last one first. @throws LibraryError that repeats `error`, which is why they are undone. */
async function takeBack(applied: readonly AppliedChange[], error: unknown): Promise<void> {
  for (const one of applied.toReversed()) {
    await one.takeBack().catch((cause: unknown) => {
      throw toLibraryError(`${errorSentence(error)} Undoing the change of ${one.undo.file}`, cause)
    })
  }
}

/** The change that undoes some, the last one first. */
function undoOf(applied: readonly AppliedChange[]): ArticleChange {
  const [first, ...others] = applied.map(({ undo }) => undo).reverse()
  return first !== undefined && others.length === 0
    ? first
    : { does: 'several', changes: first === undefined ? [] : [first, ...others] }
}

/**
 * Makes a change, if there is one, and then runs `work`, which is passed the files that must now be articles. If `work` fails, the
 * change is undone. The reindex lock must be held.
 * @throws LibraryError with a sentence if the change cannot be made; what `work` throws.
 */
export async function withChange<T extends object>(
  change: ArticleChange | undefined,
  context: ChangeContext | undefined,
  work: (joining: readonly string[]) => Promise<T>,
): Promise<T & { readonly undo?: ArticleChange }> {
  if (change === undefined) return work([])
  if (context === undefined) {
    throw refused(fixedText('change.no-index'))
  }
  const { places, by } = context
  const changes = fileChanges(change)
  await recordInterruptedChange(places)
  const applied: AppliedChange[] = []
  try {
    const [first] = changes
    await writePendingChange(places.dataDir, changes, by).catch((error: unknown) => {
      throw toLibraryError(first === undefined ? 'Changing the articles' : `${doing[first.does]} ${first.file}`, error)
    })
    for (const one of changes) {
      applied.push(
        await apply(one, context).catch((error: unknown) => {
          throw toLibraryError(`${doing[one.does]} ${one.file}`, error)
        }),
      )
    }
    const joining = changes.filter(({ does }) => does !== 'remove').map(({ file }) => file)
    return { ...(await work(joining)), undo: undoOf(applied) }
  } catch (error) {
    await takeBack(applied, error)
    throw error
  } finally {
    await clearPendingChange(places.dataDir)
  }
}
