const extensions = /\.(?:txt|md|html)$/
/** Everything but letters, marks, digits and four signs: blanks, separators, what is hidden or turns text round. */
const unsafe = /[^\p{L}\p{M}\p{N}._()-]+/gu
/** Names that Windows keeps for devices, with whatever follows a first dot. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
/** UTF-8 bytes of a new name without its extension, and those with which it is still one: it may get a number. */
const maxNewNameLength = 120
const maxStemLength = 140

function cut(stem: string, longest: number): string {
  let shown = ''
  let bytes = 0
  for (const character of stem) {
    bytes += Buffer.byteLength(character)
    if (bytes > longest) break
    shown += character
  }
  return shown
}

/**
 * A name for an article's file that is safe in every folder: one name without a path, hidden to nobody, that keeps as much of
 * `given` as it can; null where it does not end in .txt, .md or .html.
 */
export function safeArticleName(given: string): string | null {
  return safeName(given, maxNewNameLength)
}

/** Whether a name is safe as it is. */
export function isSafeArticleName(name: string): boolean {
  return safeName(name, maxStemLength) === name
}

function safeName(given: string, longest: number): string | null {
  const base = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const name = base.replace(unsafe, '-')
  const extension = extensions.exec(name.toLowerCase())?.[0]
  if (extension === undefined) return null
  const stem = cut(name.slice(0, -extension.length).replace(/^[.-]+/, ''), longest).replace(/[.-]+$/, '')
  const own = stem === '' ? 'article' : stem
  return (reserved.test(own) ? `article-${own}` : own) + extension
}

/** The name itself, or with a number where it is taken: "ferry-2.txt". Capitals do not make it another name. */
export function freeArticleName(name: string, taken: Iterable<string>): string {
  const names = new Set([...taken].map((one) => one.toLowerCase()))
  const extension = extensions.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - extension.length)
  let free = name
  for (let number = 2; names.has(free.toLowerCase()); number++) free = `${stem}-${number}${extension}`
  return free
}
