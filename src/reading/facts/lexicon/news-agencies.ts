import type { Article } from '../../../corpus/article/article.ts'
import { type UnicodeRegExp, unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { normalise } from '../../../language/tokens/normalise.ts'
import { once } from '../../../resources/once.ts'
import { readRows } from '../../../resources/resources.ts'

const mediaWord =
  /\b(?:press|times|post|news|agency|journal|herald|tribune|gazette|telegraph|guardian|courier|daily|mail|chronicle|broadcasting|tv|television|radio|wire|observer|examiner|standard|dispatch|monitor|magazine|newspaper)\b/u

/** Maps short and full names of news agencies to the short name. */
const agencies = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      readRows('lexicons/facts/news-agencies.tsv').flatMap((names) =>
        names.map((name): [string, string] => [name, names[0] ?? name]),
      ),
    ),
)

const agencyKeys = once((): ReadonlySet<string> => new Set(agencies().values()))

/** An outlet's name as a key: folded, without "the", agencies by their short name. */
export function outletKey(name: string): string {
  const folded = normalise(name)
    .replace(/^the\s+/u, '')
    .trim()
  return agencies().get(folded) ?? folded
}

function initials(key: string): string {
  return key
    .split(/[\s-]+/u)
    .map((word) => word.charAt(0))
    .join('')
}

/** Whether two outlet keys are the same outlet: equal, or one is the initials of the other. */
export function isSameOutlet(a: string, b: string): boolean {
  return a === b || (a.includes(' ') && initials(a) === b) || (b.includes(' ') && initials(b) === a)
}

/** Outlets that are known, to be looked up in any spelling. */
export interface KnownOutlets {
  /** The key of the first one that `isSameOutlet` finds for this key, or null. */
  sameAs(key: string): string | null
}

/** Lists outlets by their keys and initials: each name that a text mentions is looked up among those of all articles. */
export function knownOutlets(keys: readonly string[]): KnownOutlets {
  const places = new Map<string, number>()
  const byInitials = new Map<string, number>()
  const add = (all: Map<string, number>, key: string, at: number) => void (all.has(key) || all.set(key, at))
  for (const [at, key] of keys.entries()) {
    add(places, key, at)
    if (key.includes(' ')) add(byInitials, initials(key), at)
  }
  return {
    sameAs(key) {
      const shortened = key.includes(' ') ? places.get(initials(key)) : undefined
      const found = [places.get(key), byInitials.get(key), shortened].filter((at) => at !== undefined)
      return found.length === 0 ? null : (keys[Math.min(...found)] ?? null)
    },
  }
}

/** Whether a name is an outlet: an agency, or one in `known`. */
export function isOutlet(name: string, known: KnownOutlets): boolean {
  const key = outletKey(name)
  return agencyKeys().has(key) || known.sameAs(key) !== null
}

const name = String.raw`((?:the\s+)?(?:\p{Lu}[\p{L}\p{N}&.-]*)(?:\s+(?:of\s+)?\p{Lu}[\p{L}\p{N}&.-]*){0,4})`
const credits: readonly UnicodeRegExp[] = [
  unicodeRegExp(
    String.raw`\b(?:per|via|citing|told|tells|quoted by|reported by|published by|interview with|speaking (?:with|to))\s+${name}`,
    'g',
  ),
  unicodeRegExp(String.raw`\baccording to\s+${name}`, 'g'),
  unicodeRegExp(
    String.raw`(?:^|[,.]\s|\b)${name}(?:\s+news agency)?\s+(?:reported|reports|first reported|journalists?|reporters?|contributed)\b`,
    'g',
  ),
]

/**
 * The keys of the outlets that a text credits ("per AP", "The Associated Press reported"): agencies, names with a word like "Times" or
 * "News", and the outlets in `known`.
 */
export function creditedOutlets(text: string, known: KnownOutlets): ReadonlySet<string> {
  const found = new Set<string>()
  for (const credit of credits) {
    for (const match of credit.matchAll(text)) {
      const key = outletKey((match[1] ?? '').replace(/\.$/u, ''))
      const same = known.sameAs(key)
      if (same !== null) found.add(same)
      else if (agencyKeys().has(key) || mediaWord.test(key)) found.add(key)
    }
  }
  return found
}

const openingParagraphs = 2

/** The keys of the outlets that an article as a whole is based on: those in its opening or a credit line, except its own. */
export function articleCredits({ paragraphs, outlet }: Article, known: KnownOutlets): ReadonlySet<string> {
  const body = paragraphs.filter(({ kind }) => kind === 'body').slice(0, openingParagraphs)
  const lines = paragraphs.filter(({ kind }) => kind === 'boilerplate' || kind === 'byline')
  const found = new Set([...body, ...lines].flatMap(({ text }) => [...creditedOutlets(text, known)]))
  if (outlet !== null) for (const key of found) if (isSameOutlet(key, outletKey(outlet))) found.delete(key)
  return found
}
