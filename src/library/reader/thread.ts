import { parentPort } from 'node:worker_threads'
import { BadFile } from '../../corpus/article/bad-file.ts'
import { isMarkdown, isPage } from '../../corpus/parse-article.ts'
import { parseFile } from '../../corpus/parse-file.ts'
import { errorSentence } from '../../log/describe-error.ts'
import { readArticle } from '../generation/article-reading.ts'
import { storeReading } from '../snapshot/stored-reading.ts'
import { readUpload } from './read-upload.ts'
import type { Does, FromThread, Results, Task } from './tasks.ts'

// The thread that parses and reads files that may take long. Only reading-thread.ts starts it.

const emptyPage = Buffer.from('<html><body></body></html>')
const shortMarkdown = Buffer.from('<p>A</p>')

/** Loads code that would otherwise be loaded during the task, so that the time limit covers only the file. */
async function load(task: Task): Promise<void> {
  if (task.does === 'read') return
  if (isPage(task.file)) await parseFile('empty.html', emptyPage).catch(() => undefined)
  if (isMarkdown(task.file)) await parseFile('short.md', shortMarkdown).catch(() => undefined)
}

async function perform(task: Task): Promise<Results[Does]> {
  switch (task.does) {
    case 'parse':
      return parseFile(task.file, task.bytes)
    case 'prepare':
      return readUpload(task.file, task)
    case 'read':
      return task.articles.map((article) => storeReading(readArticle(article)))
  }
}

parentPort?.on('message', async (task: Task) => {
  const post = (message: FromThread<Does>) => parentPort?.postMessage(message)
  try {
    await load(task)
    post({ state: 'begun' })
    post({ state: 'done', result: await perform(task) })
  } catch (error) {
    if (error instanceof BadFile) post({ state: 'bad', code: error.code, reason: error.reason })
    else post({ state: 'fault', message: errorSentence(error) })
  }
})
