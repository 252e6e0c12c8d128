import type { Range } from '../../text/range.ts'
import { type NamedTime, namedTimes } from '../../text/resolve-date.ts'
import { type Word, words } from '../../text/words.ts'
import { isTitle } from '../quotations/titles.ts'
import type { Sentence } from '../read-sentences.ts'
import { attributionOf } from './attribution.ts'
import type { Clause } from './clauses.ts'
import { conceptOf, isEvent } from './concepts.ts'
import { type CountedFigure, countedFigures } from './counted.ts'
import { discourseWords, reportingVerbs } from './discourse.ts'
import { isTitleWord, type Name } from './names-in.ts'

/** What a clause says, in the form in which clauses are compared. Offsets are the sentence's. */
export interface Content {
  /** Names, concepts of the other content words, and figures, each once; what attributes or sets the scene left out. */
  readonly terms: ReadonlySet<string>
  readonly events: ReadonlySet<string>
  /** The first event of the clause, or null. */
  readonly mainEvent: string | null
  readonly names: readonly Name[]
  /** The names that stand before the first event: who acts, or what it happens to where the clause is passive. */
  readonly subjects: readonly Name[]
  /** The names behind the first event that are no places. */
  readonly objects: readonly Name[]
  readonly places: readonly Name[]
  readonly isPassive: boolean
  readonly figures: readonly CountedFigure[]
  readonly times: readonly NamedTime[]
  /** Where a word denies what the clause says. */
  readonly negations: readonly Range[]
  /** Who reports it, as the sentence words it, or null. */
  readonly source: Range | null
  /** The names in the source. */
  readonly speakers: readonly Name[]
  /** Whether most of the clause is someone's quoted words. */
  readonly isQuoted: boolean
}

const negation =
  /\b(?:not|never|no longer|no|nor|neither|none|cannot|without|failed to|refused to|declined to)\b|n['\u2019]t\b/giu
const placeLead =
  /\b(?:in|at|near|outside|inside|across|around|throughout|off|over)\s+(?:the\s+)?(?:\p{Ll}[\p{L}-]*\s+(?:of\s+)?){0,2}$/u
const passive = /\b(?:was|were|been|being|is|are|be)\s+(?:\p{L}+ly\s+)?$/iu
const by = /\bby\s+(?:the\s+)?(?:[\p{L}'\u2019-]+\s+){0,3}$/u

const dateline =
  /^\p{Lu}[\p{L} .,'\u2019/-]{1,60}?\s*(?:[\u2013\u2014-]\s*)?\([\p{Lu}][\p{L}\p{N}& .-]{1,40}\)\s*[\u2013\u2014-]+\s*/u
const onlyTitles = /^(?:[\s-]+[\p{L}]+){0,3}[\s-]+$/u

/** Whether a word is part of the title in front of a name ("special envoy Steve Witkoff"). */
function isTitleOfName(text: string, word: Word, names: readonly Name[]): boolean {
  if (!isTitleWord(word)) return false
  const next = names.find(({ start }) => start >= word.end)
  if (next === undefined) return false
  const between = text.slice(word.end, next.start)
  return onlyTitles.test(between) && words(between).every(isTitleWord)
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

function within(range: Range, { start, end }: Range): boolean {
  return range.start >= start && range.end <= end
}

/** What is known of a sentence from its article. */
export interface Reading {
  /** The names in the sentence, offices that stand for them included. */
  readonly names: readonly Name[]
  /** The article's date in ISO form, or null. */
  readonly today: string | null
}

/** The content of a clause. */
export function contentOf(sentence: Sentence, clause: Clause, { names: all, today }: Reading): Content {
  const { text, terms } = sentence
  const isQuote = /^[\u201c"]/u.test(text.slice(clause.start, clause.end)) && !clause.isMain
  const attribution = attributionOf(text, isQuote ? { start: 0, end: text.length } : clause)
  const opening = dateline.exec(text)?.[0].length ?? 0
  const times = namedTimes(text, today).filter((time) => within(time, clause))
  const outside = (range: Range) =>
    !within(range, clause) ||
    range.start < opening ||
    attribution.ranges.some((other) => overlaps(range, other)) ||
    clause.background.some((other) => overlaps(range, other))
  const own = new Set<string>()
  const events = new Set<string>()
  let firstEvent: Range | null = null
  const names = all.filter((name) => !outside(name) && !name.isModifier)
  const figures = countedFigures(text, clause, times).filter((figure) => !outside(figure))
  for (const word of words(text)) {
    if (outside(word) || all.some((name) => overlaps(word, name))) continue
    if (times.some((time) => overlaps(word, time)) || figures.some((figure) => overlaps(word, figure))) continue
    const { folded } = word
    if (discourseWords.has(folded) || reportingVerbs.has(folded) || (isTitle(folded) && word.capital)) continue
    if (isTitleOfName(text, word, all)) continue
    if (!terms.some((term) => term.start <= word.start && word.end <= term.end)) continue
    const concept = conceptOf(folded)
    own.add(concept)
    if (isEvent(folded)) {
      events.add(concept)
      firstEvent ??= word
    }
  }
  for (const { key } of names) own.add(key)
  for (const { value, unit } of figures) own.add(`#${unit}${value}`)
  for (const { head } of figures) if (head !== null) own.add(head)
  const places = names.filter(({ start }) => placeLead.test(text.slice(Math.max(clause.start, start - 60), start)))
  const actors = names.filter((name) => !places.includes(name))
  const at = firstEvent === null ? clause.end : firstEvent.start
  const isPassive =
    firstEvent !== null &&
    !text.slice(firstEvent.start, firstEvent.end).endsWith('ing') &&
    passive.test(text.slice(Math.max(clause.start, at - 24), at))
  const agents = actors.filter(
    ({ start }) => start > at && by.test(text.slice(Math.max(clause.start, start - 50), start)),
  )
  const before = actors.filter(({ start }) => start < at)
  const after = actors.filter(({ start }) => start > at)
  const quotedLength = [
    ...text.slice(clause.start, clause.end).matchAll(/[\u201c"][^\u201c\u201d"]*[\u201d"]?/gu),
  ].reduce((sum, [stretch]) => sum + stretch.length, 0)
  return {
    terms: own,
    events,
    mainEvent: [...events][0] ?? null,
    names,
    subjects: isPassive ? agents : before,
    objects: isPassive ? before : after,
    places,
    isPassive,
    figures,
    times: times.filter((time) => !outside(time)),
    negations: [...text.matchAll(negation)]
      .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
      .filter((range) => !outside(range)),
    source: attribution.source,
    speakers:
      attribution.source === null
        ? []
        : all.filter((name) => within(name, attribution.source ?? name) && !name.isModifier),
    isQuoted: quotedLength > (clause.end - clause.start) * 0.5,
  }
}
