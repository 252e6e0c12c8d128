import { articleExtensions } from '../../corpus/article/article-extensions.ts'

/** Everything but letters, marks, digits and five signs: spaces, separators, characters that are invisible or reorder text. */
const unsafe = /[^\p{L}\p{M}\p{N}._()-]+/gu
/** Names that Windows reserves for devices, with or without an extension. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
/** The maximum number of UTF-8 bytes in a new name without its extension, and of a safe one: a number may be added to a new one. */
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
 * A file name for an article that is safe on every system: no path, no leading dot, and as much of `given` as possible; null if
 * `given` does not have the extension of an article's file.
 */
export function safeArticleName(given: string): string | null {
  return safeName(given, maxNewNameLength)
}

/** Whether a name is safe as it is. */
export function isSafeArticleName(name: string): boolean {
  return safeName(name, maxStemLength) === name
}

function extensionOf(name: string): string | undefined {
  return articleExtensions.find((extension) => name.endsWith(extension))
}

function safeName(given: string, longest: number): string | null {
  const base = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const name = base.replace(unsafe, '-')
  const extension = extensionOf(name.toLowerCase())
  if (extension === undefined) return null
  const stem = cut(name.slice(0, -extension.length).replace(/^[.-]+/, ''), longest).replace(/[.-]+$/, '')
  const own = stem === '' ? 'article' : stem
  return (reserved.test(own) ? `article-${own}` : own) + extension
}

/** The name, with a number if it is taken: "ferry-2.txt". Names that differ only in capitals count as the same. */
export function freeArticleName(name: string, taken: Iterable<string>): string {
  const names = new Set([...taken].map((one) => one.toLowerCase()))
  const extension = extensionOf(name) ?? ''
  const stem = name.slice(0, name.length - extension.length)
  let free = name
  for (let number = 2; names.has(free.toLowerCase()); number++) free = `${stem}-${number}${extension}`
  return free
}
