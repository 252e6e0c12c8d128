import { join } from 'node:path'
import { z } from 'zod'
import { inPlace, type Place } from '../../testkit/library/place.ts'
import { root } from '../../testkit/program.ts'
import { madeUpNews } from './news.ts'
import { runNode } from './run-once.ts'

const runs = 3

/** Milliseconds of a whole process that answers one question: with the index built from the articles, and with what is kept. */
export interface Starts {
  readonly built: number
  readonly kept: number
}

/** How long the program takes from its start to an answer and its end, with this many paragraphs. */
export async function starts(paragraphs: number): Promise<Starts> {
  return inPlace(madeUpNews(paragraphs), async ({ folder, dataDir }) => {
    const articles = { ARTICLES_DIR: folder }
    const ask = [root, 'ask', '/facts drones']
    // Away from the project's folder, where there may be a data folder.
    const built = await runNode(ask, articles, folder)
    const keeps = { ...articles, DATA_DIR: dataDir }
    await runNode([root, 'reindex'], keeps, folder)
    const kept: number[] = []
    for (let run = 0; run < runs; run++) kept.push((await runNode(ask, keeps, folder)).took)
    return { built: built.took, kept: Math.min(...kept) }
  })
}

const grownSchema = z.object({ paragraphs: z.number(), took: z.number(), cpu: z.number(), rss: z.number() })

/** A full reindex, kept on the disk: paragraphs that may be found, milliseconds, those of all processors, and the most memory in MiB. */
export type Grown = z.infer<typeof grownSchema>

/** Reindexes all of a place in a process of its own. */
export async function runReindex({ folder, dataDir }: Place): Promise<Grown> {
  const { stdout } = await runNode([join(root, 'dist/bench/torture/reindex-once.js'), folder, dataDir])
  return grownSchema.parse(JSON.parse(stdout))
}

/** A full reindex of this many paragraphs. */
export function reindexOf(paragraphs: number): Promise<Grown> {
  return inPlace(madeUpNews(paragraphs), runReindex)
}
