import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rename, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import type { BadFileCode } from '../../src/corpus/article/bad-file.ts'
import { seededRandom } from '../random.ts'

/** What lies outside of the folder, and must never be read. */
const secret = 'The secret word is periwinkle, the guard said.\n'

/** A kind of file that is no article. */
interface Kind {
  readonly name: string
  readonly code: BadFileCode
  /** Makes one in `folder`; `stem` is a name of its own, `outside` a folder beside it. Gives the path that is to be named. */
  plant(
    place: { readonly folder: string; readonly outside: string; readonly stem: string },
    next: () => number,
  ): Promise<string>
}

function content(
  name: string,
  code: BadFileCode,
  make: (next: () => number, stem: string) => string | Uint8Array,
  extension = '.txt',
): Kind {
  return {
    name,
    code,
    async plant({ folder, stem }, next) {
      await writeFile(join(folder, `${stem}${extension}`), make(next, stem))
      return `${stem}${extension}`
    },
  }
}

function linked(
  name: string,
  code: BadFileCode,
  target: (place: Parameters<Kind['plant']>[0]) => Promise<string>,
): Kind {
  return {
    name,
    code,
    async plant(place) {
      await symlink(await target(place), join(place.folder, `${place.stem}.txt`))
      return `${place.stem}.txt`
    },
  }
}

/** A good text under a name that cannot be shown. */
function named(name: string, inside: string, shown: string): Kind {
  return {
    name,
    code: 'bad-name',
    async plant({ folder, stem }) {
      await writeFile(Buffer.from(join(folder, `${stem}${inside}.txt`), 'latin1'), `The ${stem} rose, it was said.\n`)
      return `${stem}${shown}.txt`
    },
  }
}

const times = (next: () => number, most: number) => 1 + Math.floor(next() * most)
const page = (body: string) => `<!DOCTYPE html><html><head><title>A page</title></head><body>${body}</body></html>`
const utf8 = (text: string): string => Buffer.from(text).toString('latin1')

/** The kinds of files that are no articles. Those that the system does not have are missing. */
export const badKinds: readonly Kind[] = [
  content('empty', 'empty', () => ''),
  content('a byte order mark alone', 'empty', () => '\ufeff'),
  content('white space alone', 'empty', (next) => ' \n\t'.repeat(times(next, 400))),
  content('text with a NUL', 'binary', (next, stem) => `The ${stem} rose.${'\0'.repeat(times(next, 3))} It fell.`),
  content('chance', 'binary', (next) =>
    Uint8Array.from({ length: 4096 }, (_, at) => (at === 9 ? 0 : Math.floor(next() * 256))),
  ),
  content('control characters', 'binary', (next, stem) => `${stem} \u0001\u0002\u0003`.repeat(times(next, 50))),
  content('UTF-8 that is cut', 'not-utf8', (next, stem) =>
    Buffer.from(`${stem} ${'río '.repeat(times(next, 20))}日`).subarray(0, -1),
  ),
  content('UTF-16 of an odd length', 'binary', (_, stem) =>
    Buffer.from(`\ufeffThe ${stem} rose and fell.`, 'utf16le').subarray(0, -1),
  ),
  content('over 2 MiB', 'too-large', (next) => 'It rose. '.repeat(240_000 + times(next, 9000))),
  content('one line of over a million characters', 'too-large', (next, stem) =>
    `The ${stem} rose `.repeat(60_000 + times(next, 9000)),
  ),
  content('words without an end', 'too-large', (next) => 'a'.repeat(1_000_000 + times(next, 9000))),
  content('a draft', 'draft', (_, stem) => `---\ntitle: ${stem}\ndraft: true\n---\nIt rose.`, '.md'),
  content('front matter alone', 'no-text', (_, stem) => `---\ntitle: ${stem}\n---\n`, '.md'),
  content('a page without a story', 'no-text', (_, stem) => page(`<nav id="${stem}"></nav>`), '.html'),
  content(
    'a page of scripts',
    'no-text',
    (next) => page('<script>let a = "It rose."</script>'.repeat(times(next, 99))),
    '.html',
  ),
  content(
    'a page that is nested deeply',
    'too-large',
    (next) => page(`${'<div>'.repeat(300 + times(next, 50_000))}It rose.`),
    '.html',
  ),
  content(
    'a page of very many elements',
    'too-large',
    (next) => page('<b>It</b> '.repeat(25_000 + times(next, 9000))),
    '.html',
  ),
  content('another format', 'unsupported', (_, stem) => `%PDF-1.7 ${stem}`, '.pdf'),
  linked('a link to nothing', 'unreadable', async ({ folder, stem }) => join(folder, `${stem}-gone.txt`)),
  linked('a link in a circle', 'unreadable', async ({ folder, stem }) => join(folder, `${stem}.txt`)),
  linked('a link to a device', 'link-out', async () => '/dev/zero'),
  linked('a link out of the folder', 'link-out', async ({ outside, stem }) => {
    await writeFile(join(outside, `${stem}.txt`), `${stem} ${secret}`)
    return join(outside, `${stem}.txt`)
  }),
  linked('a link out of the folder by ..', 'link-out', async ({ folder, outside, stem }) => {
    await writeFile(join(outside, `${stem}.txt`), `${stem} ${secret}`)
    return `../${basename(folder)}/../${basename(outside)}/${stem}.txt`
  }),
  linked('a link to a folder outside', 'link-out', async ({ outside }) => outside),
  linked('a link to the folder itself', 'not-regular', async ({ folder }) => folder),
  {
    name: 'a pipe',
    code: 'not-regular',
    async plant({ folder, stem }) {
      execFileSync('mkfifo', [join(folder, `${stem}.txt`)])
      return `${stem}.txt`
    },
  },
  {
    name: 'a socket',
    code: 'not-regular',
    async plant({ folder, stem }) {
      const server = createServer().listen(join(folder, '.s'))
      await once(server, 'listening')
      // Under another name it stays when the server goes.
      await rename(join(folder, '.s'), join(folder, `${stem}.txt`))
      server.close()
      await once(server, 'close')
      return `${stem}.txt`
    },
  },
  {
    name: 'an empty folder with the name of an article',
    code: 'not-regular',
    async plant({ folder, stem }) {
      await mkdir(join(folder, `${stem}.txt`))
      return `${stem}.txt/`
    },
  },
  {
    name: 'a file of a terabyte, nearly all of it a hole',
    code: 'too-large',
    async plant({ folder, stem }) {
      await writeFile(join(folder, `${stem}.txt`), '')
      await truncate(join(folder, `${stem}.txt`), 2 ** 40)
      return `${stem}.txt`
    },
  },
  named('a name of two lines', '\n# ', '\ufffd# '),
  named('a name that turns the line round', utf8('\u202e'), '\ufffd'),
  named('a name that is no UTF-8', '\xff\xfe', '\ufffd\ufffd'),
]

/** Files that look odd, and are articles. */
const odd: readonly ((stem: string) => Readonly<{ file: string; text: string }>)[] = [
  (stem) => ({ file: `${stem}.txt`, text: `The ${stem} rose on Monday.\n` }),
  (stem) => ({ file: `${stem}..%2f..%2fetc.txt`, text: `The ${stem} fell on Tuesday.\n` }),
  (stem) => ({ file: `${stem}\\..\\..\\boot.md`, text: `# Title\n\nThe ${stem} stood still.\n` }),
  (stem) => ({ file: `${stem.padEnd(246, 'x')}.txt`, text: `The ${stem} has a long name.\n` }),
  (stem) => ({
    file: `${stem}.md`,
    text: `---\n__proto__: { polluted: yes }\ntitle: ../../${stem}\n---\n\nThe ${stem} turned.\n`,
  }),
  (stem) => ({
    file: `${stem}.d.txt/inner.html`,
    text: page(`<article><p>${`The ${stem} was seen again by all. `.repeat(9)}</p></article>`),
  }),
]

/** A folder with bad files between good ones. */
export interface Planted {
  /** By the name under which each is to be reported. */
  readonly bad: ReadonlyMap<string, Pick<Kind, 'name' | 'code'>>
  readonly good: readonly string[]
}

/** Fills an empty `folder` with so many bad files, one kind after another, each with a good one; `outside` is a folder beside it. */
export async function plantBadFiles(folder: string, outside: string, count: number, seed: number): Promise<Planted> {
  const next = seededRandom(seed)
  const bad = new Map<string, Pick<Kind, 'name' | 'code'>>()
  const good: string[] = []
  for (let at = 0; at < count; at++) {
    const kind = badKinds[at % badKinds.length]
    const article = odd[at % odd.length]?.(`good-${String(at).padStart(4, '0')}`)
    if (kind === undefined || article === undefined) continue
    bad.set(await kind.plant({ folder, outside, stem: `bad-${String(at).padStart(4, '0')}` }, next), kind)
    await mkdir(dirname(join(folder, article.file)), { recursive: true })
    await writeFile(join(folder, article.file), article.text)
    good.push(article.file)
  }
  return { bad, good }
}

/** What reading such a folder must give, and what of it did not come. */
export function badFileProblems(
  { bad, good }: Planted,
  read: {
    readonly articles: readonly { readonly file: string; readonly paragraphs: readonly { readonly text: string }[] }[]
    readonly skipped: readonly { readonly file: string; readonly code: string; readonly reason: string }[]
  },
): readonly string[] {
  const files = new Set(read.articles.map(({ file }) => file))
  const reported = new Map(read.skipped.map((one) => [one.file, one]))
  const texts = read.articles.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
  return [
    ...good.filter((file) => !files.has(file)).map((file) => `${file} is not read`),
    ...[...files].filter((file) => !good.includes(file)).map((file) => `${file} is read`),
    ...[...bad].flatMap(([file, { name, code }]) => {
      const said = reported.get(file)
      if (said === undefined) return [`${name}: ${file} is not named`]
      return said.code === code && said.reason.length > 4 ? [] : [`${name}: ${said.code} (${said.reason}), not ${code}`]
    }),
    ...read.skipped.filter(({ file }) => !bad.has(file)).map(({ file, reason }) => `${file} is named (${reason})`),
    ...texts.filter((text) => text.includes('periwinkle')).map((text) => `read from outside: ${text}`),
  ]
}
