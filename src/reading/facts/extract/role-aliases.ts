import { wordsOf } from '../../../language/analysis/recent-words.ts'
import type { Sentence } from '../../../language/analysis/sentence.ts'
import type { Range } from '../../../language/text/range.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { isTitle } from '../../statements/lexicon/titles.ts'
import type { Name } from './name-mentions.ts'

/** The people an article refers to by office: "the envoy", "the French president". */
export interface RoleAliases {
  /** The only person to hold the office in the article, or undefined. */
  holder(country: string | undefined, title: string): Name | undefined
}

const gapBefore = /^[\s-]+$/u
const maxTitleWords = 4

/** Collects the offices before names in an article's sentences. */
export function readRoleAliases(
  sentences: Iterable<{ readonly sentence: Sentence; readonly names: readonly Name[] }>,
): RoleAliases {
  const holders = new Map<string, Map<string, Name>>()
  const enter = (office: string, name: Name) => {
    const known = holders.get(office)
    if (known === undefined) holders.set(office, new Map([[name.key, name]]))
    else known.set(name.key, name)
  }
  for (const { sentence, names } of sentences) {
    const { text } = sentence
    const all = wordsOf(sentence)
    for (const name of names) {
      if (name.key.startsWith('@')) continue
      let at = all.findIndex(({ start }) => start === name.start) - 1
      let title: string | undefined
      for (let seen = 0; seen < maxTitleWords && at >= 0; seen++, at--) {
        const word = all[at]
        const next = all[at + 1]
        if (word === undefined || next === undefined || !gapBefore.test(text.slice(word.end, next.start))) break
        const country = names.find(({ end, key }) => end === word.end && key.startsWith('@'))
        if (country !== undefined && title !== undefined) {
          enter(`${country.key} ${title}`, name)
          break
        }
        if (title === undefined && !isTitle(word.folded)) break
        title ??= word.folded
      }
      if (title !== undefined) enter(title, name)
    }
  }
  const only = (office: string) => {
    const known = [...(holders.get(office)?.values() ?? [])]
    return known.length === 1 ? known[0] : undefined
  }
  return {
    holder: (country, title) => (country === undefined ? undefined : only(`${country} ${title}`)) ?? only(title),
  }
}

const definite = unicodeRegExp(String.raw`\bthe\s+(?:(?:us|uk)\b\s*)?(?:\p{L}+\s+){0,2}$`, 'i')

/** The offices that refer to a person in a sentence, as names of their holders. */
export function namesByRole(sentence: Sentence, names: readonly Name[], roles: RoleAliases): Name[] {
  const { text } = sentence
  const all = wordsOf(sentence)
  return all.flatMap((word, at) => {
    if (!isTitle(word.folded) || names.some(({ start, end }) => start < word.end && word.start < end)) return []
    const next = all[at + 1]
    const isBeforeName =
      next !== undefined &&
      (isTitle(next.folded) || names.some(({ start }) => start === next.start)) &&
      gapBefore.test(text.slice(word.end, next.start))
    if (isBeforeName || !definite.test(text.slice(Math.max(0, word.start - 40), word.start))) return []
    const country = names.find(({ end, key }) => key.startsWith('@') && end === all[at - 1]?.end)
    const holder = roles.holder(country?.key, word.folded)
    const place: Range = { start: word.start, end: word.end }
    return holder === undefined ? [] : [{ ...holder, ...place, isModifier: false }]
  })
}
