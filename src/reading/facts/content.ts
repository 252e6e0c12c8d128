import type { Range } from '../../text/range.ts'
import { type NamedTime, namedTimes } from '../../text/resolve-date.ts'
import { type Word, words } from '../../text/words.ts'
import { isTitle } from '../quotations/titles.ts'
import type { Sentence } from '../read-sentences.ts'
import { attributionOf } from './attribution.ts'
import type { Clause } from './clauses.ts'
import { conceptOf, isEvent } from './concepts.ts'
import { countedFigures, type EventFigure } from './counted.ts'
import { discourseWords, reportingVerbs } from './discourse.ts'
import { isTitleWord, type Name, nameOf, type WordCases } from './names-in.ts'
import { phrasesIn } from './phrases.ts'

/** A time with the event that it is told of, or null. */
export interface EventTime extends NamedTime {
  readonly event: string | null
}

/** What a clause says, in the form in which clauses are compared. Offsets are the sentence's. */
export interface Content {
  /** Names, concepts of the other content words, and figures, each once; what attributes or sets the scene left out. */
  readonly terms: ReadonlySet<string>
  readonly events: ReadonlySet<string>
  /** The first event of the clause, or null. */
  readonly mainEvent: string | null
  readonly names: readonly Name[]
  /** The concepts that stand before the first event and are no names. */
  readonly topic: ReadonlySet<string>
  /** The names that stand before the first event: who acts, or what it happens to where the clause is passive. */
  readonly subjects: readonly Name[]
  /** The names behind the first event that are no places. */
  readonly objects: readonly Name[]
  readonly places: readonly Name[]
  readonly isPassive: boolean
  /** Whether the clause tells of something to come. */
  readonly isAhead: boolean
  readonly figures: readonly EventFigure[]
  readonly times: readonly EventTime[]
  /** Where a word denies what the clause says. */
  readonly negations: readonly Range[]
  /** Who reports it, as the sentence words it, or null. */
  readonly source: Range | null
  /** Everything that only attributes. */
  readonly attributed: readonly Range[]
  /** The concepts of what attributes. */
  readonly sourceTerms: ReadonlySet<string>
  /** The names in the source. */
  readonly speakers: readonly Name[]
  /** Whether most of the clause is someone's quoted words. */
  readonly isQuoted: boolean
  /** A capitalised first word that may be a name, which only other articles can tell, and the term that it is meanwhile. */
  readonly doubtful: { readonly name: Name; readonly term: string } | null
}

const negation =
  /\b(?:not|never|no longer|no|nor|neither|none|cannot|without|failed to|refused to|declined to)\b|n['\u2019]t\b/giu
const placeLead =
  /\b(?:in|at|near|outside|inside|across|around|throughout|off|over)\s+(?:the\s+)?(?:\p{Ll}[\p{L}-]*\s+(?:of\s+)?){0,2}$/u
const passive = /\b(?:was|were|been|being|is|are|be)\s+(?:\p{L}+ly\s+)?$/iu
const ahead = /\b(?:will|would|plan(?:s|ned|ning)?|(?:set|due|expected|scheduled|slated) to|intend(?:s|ed)?|to be)\b/iu
// What a verb in its base form follows.
const verbLead = /\b(?:to|will|would|not|can|cannot|could|must|should|may|might|shall|did|does|do)\s+$/iu
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

/** A word or phrase that tells an event. */
interface Act extends Range {
  readonly concept: string
}

/** The event nearest before a time in its clause, or behind it. */
function eventOf(time: Range, acts: readonly Act[], clause: Range): string | null {
  const inside = acts.filter((act) => within(act, clause))
  return (
    (inside.findLast(({ end }) => end <= time.start) ?? inside.find(({ start }) => start >= time.end))?.concept ?? null
  )
}

// "The death toll rose to 14": the figure counts the dead, not the rises.
const changes = new Set(['~increase', '~decrease'])

const changeTo = /\b(?:to|by)\s+(?:\p{L}+\s+){0,2}$/iu

/** The event nearest to a figure, what it counts aside; behind "rose to" the first one, which is what rose. */
function eventOfFigure(text: string, phrase: Range, acts: readonly Act[]): string | null {
  const telling = acts.filter(({ concept }) => !changes.has(concept))
  const among = (telling.length > 0 ? telling : acts).filter((act) => !overlaps(act, phrase))
  const changed = acts.findLast(({ end }) => end <= phrase.start)
  const isChange = changed !== undefined && changes.has(changed.concept)
  if (isChange && changeTo.test(text.slice(Math.max(0, phrase.start - 24), phrase.start)))
    return among[0]?.concept ?? null
  const gap = (act: Act) => (act.start >= phrase.end ? act.start - phrase.end : phrase.start - act.end)
  let nearest: Act | null = null
  for (const act of among) if (nearest === null || gap(act) < gap(nearest)) nearest = act
  return nearest?.concept ?? null
}

/** What is known of a sentence from its article. */
export interface Reading {
  /** The names in the sentence, offices that stand for them included. */
  readonly names: readonly Name[]
  readonly cases: WordCases
  /** The article's date in ISO form, or null. */
  readonly today: string | null
}

/** The content of a clause. */
export function contentOf(sentence: Sentence, clause: Clause, { names: all, today, cases }: Reading): Content {
  const { text } = sentence
  const termAt = new Set(sentence.terms.map(({ start }) => start))
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
  const topic = new Set<string>()
  const names = all.filter((name) => !outside(name) && !name.isModifier)
  const figures = countedFigures(text, clause, times).filter((figure) => !outside(figure))
  const phrases = phrasesIn(text)
  const acts: Act[] = phrases.filter(({ isEvent }) => isEvent)
  for (const phrase of phrases) if (!outside(phrase)) own.add(phrase.concept)
  for (const word of words(text)) {
    const { folded } = word
    const taken = [all, times, figures, phrases].some((ranges) => ranges.some((range) => overlaps(word, range)))
    if (taken || discourseWords.has(folded) || reportingVerbs.has(folded)) continue
    if ((isTitle(folded) && word.capital) || isTitleOfName(text, word, all)) continue
    if (!termAt.has(word.start)) continue
    const concept = conceptOf(folded)
    const isAct = isEvent(folded) || verbLead.test(text.slice(Math.max(0, word.start - 16), word.start))
    if (isAct) acts.push({ start: word.start, end: word.end, concept })
    if (outside(word)) continue
    own.add(concept)
    if (!isAct && !acts.some((act) => !outside(act) && act.start < word.start)) topic.add(concept)
  }
  acts.sort((a, b) => a.start - b.start)
  const ownActs = acts.filter((act) => !outside(act))
  const firstEvent = ownActs[0] ?? null
  const events = new Set(ownActs.map(({ concept }) => concept))
  for (const { key, words: parts } of names) {
    own.add(key)
    // "The Marrow Bridge" may be "the bridge" elsewhere.
    const last = parts.at(-1) ?? ''
    if (parts.length > 1 && cases.small.has(last)) own.add(conceptOf(last))
  }
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
  const [opener] = words(text)
  const doubtful =
    opener?.capital && !outside(opener) && !cases.small.has(opener.folded) && own.has(conceptOf(opener.folded))
      ? { name: { ...nameOf(opener), isModifier: false }, term: conceptOf(opener.folded) }
      : null
  return {
    terms: own,
    doubtful: all.some((name) => opener !== undefined && overlaps(name, opener)) ? null : doubtful,
    events,
    mainEvent: [...events][0] ?? null,
    names,
    topic,
    subjects: isPassive ? agents : before,
    objects: isPassive ? before : after,
    places,
    isPassive,
    isAhead: ahead.test(text.slice(clause.start, clause.end)),
    figures: figures.map((figure) => ({ ...figure, event: eventOfFigure(text, figure.phrase, ownActs) })),
    times: times
      .filter((time) => !attribution.ranges.some((range) => overlaps(time, range)))
      .map((time) => ({ ...time, event: eventOf(time, acts, clause) })),
    negations: [...text.matchAll(negation)]
      .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
      .filter((range) => !outside(range) && !phrases.some((phrase) => overlaps(range, phrase))),
    source: attribution.source,
    attributed: attribution.ranges,
    sourceTerms: new Set(
      sentence.terms
        .filter((term) => attribution.ranges.some((range) => within(term, range)))
        .map(({ folded }) => conceptOf(folded)),
    ),
    speakers: all.filter((name) => !name.isModifier && attribution.ranges.some((range) => within(name, range))),
    isQuoted: quotedLength > (clause.end - clause.start) * 0.5,
  }
}
