import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { root } from '../testkit/program.ts'

const scriptsSchema = z.object({ scripts: z.object({ start: z.string(), reindex: z.string() }) })

/** The flags that `npm start` or `npm run reindex` gives to Node. */
export function nodeFlags(script: 'start' | 'reindex'): readonly string[] {
  const { scripts } = scriptsSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  return scripts[script].split(' ').filter((word) => /^--[a-z-]+=\d+$/.test(word))
}
