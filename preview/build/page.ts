import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { root } from '../../testkit/program.ts'

/** Bundles the page's script into a folder, beside its other files. */
export async function buildPage(folder: string): Promise<void> {
  const page = join(root, 'preview/page')
  await mkdir(folder, { recursive: true })
  await cp(join(page, 'files'), folder, { recursive: true })
  await build({
    entryPoints: [join(page, 'main.ts')],
    outfile: join(folder, 'page.js'),
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPage(join(root, 'dist/preview/page'))
