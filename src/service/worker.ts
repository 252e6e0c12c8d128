import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { prepareSuggestions } from '../answers/suggest/suggest.ts'
import { CorpusError } from '../corpus/article/corpus-error.ts'
import { LibraryError } from '../library/errors/library-error.ts'
import { generationId } from '../library/generation/generation.ts'
import { type Library, openLibrary, type Progress } from '../library/library.ts'
import { readChanges } from '../library/reindex/reindex.ts'
import type { ReindexReport } from '../library/reindex/reindex-report.ts'
import { openStore } from '../library/snapshot/store.ts'
import { describeError, type ErrorDescription, errorSentence } from '../log/describe-error.ts'
import { prepareAnswers } from './answer-service.ts'
import { calls } from './calls.ts'
import { checkGeneration } from './self-check.ts'
import type { FromWorker, ServedGeneration, ToWorker, WorkerSettings } from './worker-protocol.ts'

// The thread that owns a generation and answers from it. It is started by worker-service.ts, and by nobody else.

type Tell = (message: FromWorker) => void
type CallRequest = Extract<ToWorker, { readonly request: 'call' }>

function served({ current }: Library): ServedGeneration {
  const { id, articles, passages, skipped } = current
  const files = articles.map(({ file, hash }) => ({ file, hash }))
  return { generation: id, articles: articles.length, paragraphs: passages.length, files, skipped }
}

/** A fault of the program. What it says may be a question or an article, which do not leave this thread in that way. */
function faultOf(error: unknown): ErrorDescription {
  return describeError(error, { keepsPlainMessages: false })
}

/** Runs a call. Its arguments come from the same call on the other side, where the compiler has checked them. */
function run(library: Library, { call, args, isCancellable }: CallRequest, signal: AbortSignal): Promise<unknown> {
  const context = { library, generation: library.current }
  return Reflect.apply(calls[call].run, undefined, [context, ...args, ...(isCancellable ? [signal] : [])])
}

async function open(
  { folder, dataDir, version, shape, reading, task }: WorkerSettings,
  tell: Tell,
): Promise<{ readonly library: Library; readonly report: ReindexReport | null }> {
  const store = openStore(dataDir, shape)
  const library = await openLibrary({
    folder,
    version,
    store: task.does === 'reindex' ? { ...store, lock: async () => store.borrowLock(task.lock) } : store,
    begin: task.does === 'reindex' ? 'kept-or-empty' : 'kept',
    check: checkGeneration,
    reading,
    onTrouble: (sentence) => tell({ tells: 'trouble', sentence }),
  })
  if (task.does !== 'reindex') return { library, report: null }
  const onProgress = (progress: Progress) => tell({ tells: 'progress', progress })
  const { by, full, joins } = task
  return { library, report: await library.reindex({ by, full, joins, onProgress }) }
}

async function serve(settings: WorkerSettings, starter: MessagePort): Promise<void> {
  const tell: Tell = (message) => starter.postMessage(message)
  try {
    const { library, report } = await open(settings, tell)
    const underWay = new Map<number, AbortController>()
    const answer = async (request: CallRequest): Promise<void> => {
      const stop = new AbortController()
      underWay.set(request.id, stop)
      await run(library, request, stop.signal).then(
        (value) => tell({ tells: 'answer', id: request.id, value }),
        (error: unknown) => tell({ tells: 'fault', id: request.id, error: faultOf(error) }),
      )
      underWay.delete(request.id)
    }
    starter.on('message', (message: ToWorker) => {
      if (message.request === 'check-articles') void lookForChanges(settings, library, tell)
      else if (message.request === 'abort') underWay.get(message.id)?.abort()
      else void answer(message)
    })
    await prepareAnswers(library.current)
    tell({ tells: 'ready', served: served(library), report })
    void suggestFrom(library, tell)
    if (report === null) await lookForChanges(settings, library, tell)
  } catch (error) {
    const isTold = error instanceof CorpusError || error instanceof LibraryError
    tell({ tells: 'failed', why: isTold ? error.message : faultOf(error) })
  }
}

/** Prepares suggestions while it answers; without them, answers are the same. */
async function suggestFrom({ current }: Library, tell: Tell): Promise<void> {
  await prepareSuggestions(current).catch((error: unknown) => {
    tell({ tells: 'trouble', sentence: `Suggestions cannot be prepared: ${faultOf(error).name}.` })
  })
}

/** Tells whether the articles are still those of the generation; where they cannot be read, it goes on as it is. */
async function lookForChanges(settings: WorkerSettings, library: Library, tell: Tell): Promise<void> {
  const { current } = library
  // This thread answers: even a short file is read in another one.
  const reader = library.reader({ maxHere: 0 })
  try {
    const [kept, { articles }] = await Promise.all([
      openStore(settings.dataDir, settings.shape)
        .current()
        .catch(() => null),
      readChanges(settings, current, { reader }),
    ])
    const { id } = current
    if (kept?.generation !== id || generationId(articles, settings.version) !== id) tell({ tells: 'changed' })
  } catch (error) {
    tell({ tells: 'trouble', sentence: `${errorSentence(error)} Answers come from ${current.id} as before.` })
  } finally {
    await reader.close()
  }
}

if (parentPort !== null) {
  const settings: WorkerSettings = workerData
  await serve(settings, parentPort)
}
