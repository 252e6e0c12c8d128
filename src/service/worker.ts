import { setTimeout as wait } from 'node:timers/promises'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { prepareSuggestions } from '../answers/suggest/suggest.ts'
import { CorpusError } from '../corpus/article/corpus-error.ts'
import { DatabaseError } from '../database/database-error.ts'
import { LibraryError } from '../library/errors/library-error.ts'
import { generationId } from '../library/generation/generation.ts'
import { type Library, openLibrary } from '../library/library.ts'
import { type OpenedStore, openLibraryStore } from '../library/open-store.ts'
import { readChanges } from '../library/reindex/reindex.ts'
import { describeError, type ErrorDescription, errorSentence } from '../log/describe-error.ts'
import { calls } from './calls.ts'
import { prepareAnswers } from './prepare-answers.ts'
import { reindexInThread } from './reindex-in-thread.ts'
import { checkGeneration } from './self-check.ts'
import type { FromWorker, ServedGeneration, ServeTask, ToWorker, WorkerSettings } from './worker-protocol.ts'

// A thread that owns a generation and answers from it, or one that reindexes. Only worker-client.ts starts it.

/**
 * How long a worker that nobody answers for waits until answers are prepared, in milliseconds: in a large corpus, the first ones take longer
 * instead.
 */
const maxPreparationMs = 5_000

type Post = (message: FromWorker) => void
type CallMessage = Extract<ToWorker, { readonly kind: 'call' }>

function served({ current }: Library): ServedGeneration {
  const { id, articles, passages, skipped } = current
  const files = articles.map(({ file, hash }) => ({ file, hash }))
  return { generation: id, articles: articles.length, paragraphs: passages.length, files, skipped }
}

/** Describes an internal error without its message: that may hold a question or the text of an article. */
function describe(error: unknown): ErrorDescription {
  return describeError(error, { keepsPlainMessages: false })
}

/** Answers messages from a library. */
function answerMessages(
  settings: WorkerSettings,
  opened: OpenedStore,
  library: Library,
  main: MessagePort,
  post: Post,
): void {
  const running = new Map<number, AbortController>()
  async function answer({ id, call, args, isCancellable }: CallMessage): Promise<void> {
    const abort = new AbortController()
    running.set(id, abort)
    const context = { library, generation: library.current }
    try {
      // The compiler has checked the arguments in the main thread, against the same table.
      const value: unknown = await Reflect.apply(calls[call].run, undefined, [
        context,
        ...args,
        ...(isCancellable ? [abort.signal] : []),
      ])
      post({ kind: 'answer', id, value })
    } catch (error) {
      const isGone = error instanceof DatabaseError && error.trouble === 'no-table'
      post(isGone ? { kind: 'gone', id } : { kind: 'error', id, error: describe(error) })
    } finally {
      running.delete(id)
    }
  }
  main.on('message', (message: ToWorker) => {
    if (message.kind === 'check-articles') void checkArticles(settings, opened, library, post)
    else if (message.kind === 'adopt') void adopt(library, post)
    else if (message.kind === 'abort') running.get(message.id)?.abort()
    else void answer(message)
  })
}

async function serve(
  settings: WorkerSettings,
  { skipped }: ServeTask,
  opened: OpenedStore,
  main: MessagePort,
  post: Post,
): Promise<void> {
  const { folder, version, reading, anotherAnswers } = settings
  const { store } = opened
  const onTrouble = (warning: string) => post({ kind: 'trouble', warning })
  const library = await openLibrary({
    folder,
    version,
    store,
    begin: 'stored',
    skipped,
    check: checkGeneration,
    reading,
    onTrouble,
  })
  answerMessages(settings, opened, library, main, post)
  const prepared = prepareAnswers(library.current)
  const patience = wait(maxPreparationMs, undefined, { ref: false })
  await (anotherAnswers ? prepared : Promise.race([prepared, patience]))
  post({ kind: 'ready', served: served(library) })
  void prepareMeanwhile(prepared, library, post)
  if (skipped === undefined && !(store.isShared && (await isStored(opened, library))))
    await checkArticles(settings, opened, library, post)
}

/** Prepares suggestions once answers are prepared, while it answers. Without them, the first answers only take longer. */
async function prepareMeanwhile(answers: Promise<void>, { current }: Library, post: Post): Promise<void> {
  await answers
    .then(() => prepareSuggestions(current))
    .catch((error: unknown) => {
      post({ kind: 'trouble', warning: `Answers and suggestions cannot be prepared: ${describe(error).name}.` })
    })
}

/** Switches to the current generation of the shared store. Calls that have begun are answered from the one before. */
async function adopt(library: Library, post: Post): Promise<void> {
  const isLoaded = await library.adopt().then(
    () => true,
    () => false,
  )
  post({ kind: 'adopted', served: isLoaded ? served(library) : null })
  if (isLoaded) await prepareMeanwhile(prepareAnswers(library.current), library, post)
}

/** Whether the generation that answers is the stored one. */
async function isStored({ store }: OpenedStore, { current }: Library): Promise<boolean> {
  const stored = await store.current().catch(() => null)
  return stored?.generation === current.id
}

/**
 * Reports if the generation is not stored, or the articles have changed. If they cannot be read, it answers as before. With a shared store,
 * only a reindex can tell: moderators' changes are in the store, and only the holder of the lock has a current copy.
 */
async function checkArticles(
  settings: WorkerSettings,
  opened: OpenedStore,
  library: Library,
  post: Post,
): Promise<void> {
  if (opened.store.isShared) return post({ kind: 'outdated' })
  const { current } = library
  // This thread answers: even a short file is read in another one.
  const reader = library.reader({ maxHere: 0 })
  try {
    const [isCurrent, { articles }] = await Promise.all([
      isStored(opened, library),
      readChanges(settings, current, { reader }),
    ])
    const { id } = current
    if (!isCurrent || generationId(articles, settings.version) !== id) post({ kind: 'outdated' })
  } catch (error) {
    post({ kind: 'trouble', warning: `${errorSentence(error)} Answers still come from generation ${current.id}.` })
  } finally {
    await reader.close()
  }
}

/** Does the task of this thread. */
async function start(settings: WorkerSettings, main: MessagePort): Promise<void> {
  const post: Post = (message) => main.postMessage(message)
  const { task } = settings
  try {
    const opened = await openLibraryStore(settings, (warning) => post({ kind: 'trouble', warning }))
    if (task.kind === 'serve') await serve(settings, task, opened, main, post)
    else post({ kind: 'reindexed', report: await reindexInThread(settings, task, opened, post) })
  } catch (error) {
    const isForUser = error instanceof CorpusError || error instanceof LibraryError
    post({ kind: 'failed', reason: isForUser ? error.message : describe(error) })
  }
}

if (parentPort !== null) {
  const settings: WorkerSettings = workerData
  await start(settings, parentPort)
}
