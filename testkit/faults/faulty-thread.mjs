// A reading thread with faults: what a file holds says which one it meets. All else is read by the program's own.
import { parentPort } from 'node:worker_threads'

const faults = {
  'A loop without an end.': () => {
    for (;;);
  },
  'A pattern without an end.': () => /^(?:a+)+$/.test(`${'a'.repeat(60)}b`),
  'More memory than there is.': () => {
    for (const all = []; ; ) all.push(new Array(1_000_000).fill(0.5))
  },
  'A stack without an end.': function deeper() {
    return deeper() + 1
  },
  'A sudden end.': () => process.exit(0),
  'An error that nobody waits for.': () => {
    setTimeout(() => {
      throw new Error('nobody waits')
    })
    return new Promise(() => undefined)
  },
}

/** The text of a task: of a file's bytes, or of the articles that are read. */
function textOf({ bytes, articles }) {
  if (bytes !== undefined) return Buffer.from(bytes).toString('utf8')
  return articles.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join('\n')
}

/** A fault in making the article is named alone; one in reading it after "Reading: ". */
function faultOf(task) {
  const text = textOf(task)
  const [name] = Object.keys(faults).filter((fault) =>
    text.includes(task.does === 'read' ? `Reading: ${fault}` : fault),
  )
  return name !== undefined && (task.does === 'read' || !text.includes(`Reading: ${name}`)) ? faults[name] : undefined
}

// The program's own thread gets the tasks that meet no fault. It is loaded for the first of them: that takes longer than most faults.
const on = parentPort.on.bind(parentPort)
parentPort.on = (event, listener) => on(event === 'message' ? 'task' : event, listener)

on('message', async (task) => {
  const fault = faultOf(task)
  if (fault === undefined) {
    await import('../../dist/src/library/reader/thread.js')
    return parentPort.emit('task', task)
  }
  parentPort.postMessage({ state: 'begun' })
  try {
    await fault()
  } catch (error) {
    parentPort.postMessage({ state: 'fault', message: error.message })
  }
})
