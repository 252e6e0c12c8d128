import { parentPort } from 'node:worker_threads'
import { BadFile } from '../../corpus/article/bad-file.ts'
import { isPage } from '../../corpus/parse-article.ts'
import { parseFile } from '../../corpus/parse-file.ts'
import { errorSentence } from '../../log/describe-error.ts'
import { readArticle } from '../generation/article-reading.ts'
import { readUpload } from './read-upload.ts'
import { storeReading } from './stored-reading.ts'
import type { Does, FromThread, Results, Task } from './tasks.ts'

// The thread that parses and reads files which may take long. It is started by reading-thread.ts, and by nobody else.

const emptyPage = Buffer.from('<html><body></body></html>')

/** Loads what is otherwise loaded in the middle of the task, so that its time is that of the file alone. */
async function load(task: Task): Promise<void> {
  if (task.does === 'read' || !isPage(task.file)) return
  await parseFile('empty.html', emptyPage).catch(() => undefined)
}

async function perform(task: Task): Promise<Results[Does]> {
  switch (task.does) {
    case 'parse':
      return parseFile(task.file, task.bytes)
    case 'prepare':
      return readUpload(task.file, task)
    case 'read':
      return storeReading(readArticle(task.article))
  }
}

parentPort?.on('message', async (task: Task) => {
  const tell = (message: FromThread<Does>) => parentPort?.postMessage(message)
  try {
    await load(task)
    tell({ tells: 'begun' })
    tell({ tells: 'done', result: await perform(task) })
  } catch (error) {
    if (error instanceof BadFile) tell({ tells: 'bad', code: error.code, reason: error.reason })
    else tell({ tells: 'fault', message: errorSentence(error) })
  }
})
