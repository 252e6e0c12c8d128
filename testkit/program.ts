import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The project's folder: these files run from it as they are, and compiled from `dist`. */
function findRoot(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : findRoot(dirname(from))
}

export const root = findRoot(dirname(fileURLToPath(import.meta.url)))
/** The compiled program. */
export const program = join(root, 'dist/src')
/** The compiled worker that serves a service. */
export const worker = pathToFileURL(join(program, 'service/worker.js'))
/** The same in the bundles that the program runs from. */
export const bundledWorker = pathToFileURL(join(root, 'dist/app/worker.js'))
/** What reads files that may take long, as for the program itself. */
export const reading = { thread: join(program, 'library/reader/thread.js') }
/** A script of testkit/faults for a child process. */
export const scriptOf = (name: string): string => join(root, 'testkit/faults', name)
