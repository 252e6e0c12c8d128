import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as z from 'zod'
import { root } from '../../../testkit/program.ts'

/** A paragraph as every engine gets it. */
export interface Document {
  /** Its position in the corpus, from 0. */
  readonly key: number
  readonly title: string
  readonly text: string
}

/** A search engine that Verbatim is compared with, over a folder of its own: empty for a new index, or with what `save` stored. */
export interface Rival {
  /** Whether it stores the texts itself. The others return keys, and whoever uses them keeps the texts. */
  readonly storesTexts: boolean
  /** Adds a paragraph. Keys are consecutive. */
  add(document: Document): void
  save(): Promise<void>
  /** Restores what `save` stored, in place of `add`. */
  load(): Promise<void>
  /** The keys of the best paragraphs for a question, best first, at most `limit`. */
  search(question: string, limit: number): readonly number[] | Promise<readonly number[]>
}

/** A rival cannot run here; the message says why, and what to do about it. */
export class RivalMissing extends Error {
  override readonly name = 'RivalMissing'
}

const requireInBench = createRequire(join(root, 'bench/package.json'))

/**
 * Loads a package of bench/package.json. The project neither installs it nor knows its types: `schema` checks the parts that are used.
 * @throws RivalMissing if it is not installed.
 */
export function loadPackage<Parts>(name: string, schema: z.ZodType<Parts>): Parts {
  try {
    requireInBench.resolve(name)
  } catch {
    throw new RivalMissing(`${name} is not installed. Run: npm ci --prefix bench`)
  }
  return schema.parse(requireInBench(name))
}
