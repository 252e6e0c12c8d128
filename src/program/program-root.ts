import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The nearest folder at or above `folder` that holds a package.json, or null. */
function packageRoot(folder: string): string | null {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  return parent === folder ? null : packageRoot(parent)
}

const here = dirname(fileURLToPath(import.meta.url))

/** The folder of the program. Its code runs from `src`, compiled from `dist/src`, and bundled from `dist/app`. */
export const programRoot: string = packageRoot(here) ?? here
