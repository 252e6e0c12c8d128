import type { NamedTime } from '../../../language/dates/time/named-time.ts'
import { overlaps, type Range } from '../../../language/text/range.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { compactSet } from '../../../resources/small-set.ts'
import { conceptOf } from '../lexicon/synonym-classes.ts'
import { type Actors, actorsOf } from './agent-patient.ts'
import type { AnnotatedSentence, Mark } from './annotated-sentence.ts'
import { attributionOf } from './attribution.ts'
import type { Clause } from './clauses.ts'
import { type Name, nameOf } from './name-mentions.ts'
import type { EventFigure } from './quantities.ts'

/** A time with its event, or null. */
export interface EventTime extends NamedTime {
  readonly event: string | null
  /** Whether it is in the report itself, in background that only sets the scene, or in an aside on something else. */
  readonly place: 'report' | 'scene' | 'aside'
}

/** The content of a clause in comparable form. Offsets are relative to the sentence. */
export interface Content extends Actors {
  /** Unique names, concepts of the other content words, and figures; without attribution and background. */
  readonly terms: ReadonlySet<string>
  readonly events: ReadonlySet<string>
  /** The first event of the clause, or null. */
  readonly mainEvent: string | null
  readonly names: readonly Name[]
  /** The concepts before the first event that are not names. */
  readonly topic: ReadonlySet<string>
  /** Whether the clause is about the future. */
  readonly isAhead: boolean
  readonly figures: readonly EventFigure[]
  readonly times: readonly EventTime[]
  /** When it was reported ("said on Thursday that …"). */
  readonly reportedTimes: readonly NamedTime[]
  /** The negating words of the clause. */
  readonly negations: readonly Range[]
  /** The source as worded in the sentence, or null. */
  readonly source: Range | null
  /** All attributing parts. */
  readonly attributed: readonly Range[]
  /** The concepts in the attribution. */
  readonly sourceTerms: ReadonlySet<string>
  /** The names in the attribution. */
  readonly speakers: readonly Name[]
  /** A capitalised first word that may be a name (only other articles can settle it), and the term to use until then. */
  readonly doubtful: { readonly name: Name; readonly term: string } | null
}

const ahead = unicodeRegExp(
  String.raw`\b(?:will|would|plan(?:s|ned|ning)?|(?:set|due|expected|scheduled|slated) to|intend(?:s|ed)?|to be)\b`,
  'i',
)

function within(range: Range, { start, end }: Range): boolean {
  return range.start >= start && range.end <= end
}

/** The nearest event before a time, or else after it. */
function eventOfTime(time: Range, acts: readonly Mark[]): string | null {
  const act = acts.findLast(({ end }) => end <= time.start) ?? acts.find(({ start }) => start >= time.end)
  return act?.concept ?? null
}

function placeOf(time: Range, { background }: Clause): EventTime['place'] {
  const around = background.filter((range) => overlaps(time, range))
  if (around.length === 0) return 'report'
  return around.some(({ isAside }) => isAside) ? 'aside' : 'scene'
}

// "The death toll rose to 14": the figure counts the dead, not how often it rose.
const changes = new Set(['~increase', '~decrease'])
const changeTo = unicodeRegExp(String.raw`\b(?:to|by)\s+(?:\p{L}+\s+){0,2}$`, 'i')

/** The event nearest to a figure, outside what it counts; after "rose to" the first event, which is what rose. */
function eventOfFigure(text: string, phrase: Range, acts: readonly Mark[]): string | null {
  const own = acts.filter(({ concept }) => !changes.has(concept))
  const among = (own.length > 0 ? own : acts).filter((act) => !overlaps(act, phrase))
  const changed = acts.findLast(({ end }) => end <= phrase.start)
  const isChange = changed !== undefined && changes.has(changed.concept)
  if (isChange && changeTo.test(text.slice(Math.max(0, phrase.start - 24), phrase.start)))
    return among[0]?.concept ?? null
  const gap = (act: Mark) => (act.start >= phrase.end ? act.start - phrase.end : phrase.start - act.end)
  let nearest: Mark | null = null
  for (const act of among) if (nearest === null || gap(act) < gap(nearest)) nearest = act
  return nearest?.concept ?? null
}

function doubtfulName({ opener, names, cases }: AnnotatedSentence, terms: ReadonlySet<string>): Content['doubtful'] {
  if (opener === undefined || !opener.capital || cases.small.has(opener.folded)) return null
  const term = conceptOf(opener.folded)
  if (!terms.has(term) || names.some((name) => overlaps(name, opener))) return null
  return { name: { ...nameOf(opener), isModifier: false }, term }
}

function conceptsOf(marks: readonly Mark[]): ReadonlySet<string> {
  return compactSet(marks.map(({ concept }) => concept))
}

/** The content of a clause of a sentence. */
export function contentOf(marked: AnnotatedSentence, clause: Clause): Content {
  const { sentence, cases } = marked
  const { text } = sentence
  const isQuote = !clause.isMain && /^[\u201c"]/u.test(text.slice(clause.start, clause.end))
  const attribution = attributionOf(sentence, isQuote ? { start: 0, end: text.length } : clause)
  const attributes = (range: Range) => attribution.ranges.some((other) => overlaps(range, other))
  const inside = (range: Range) => within(range, clause) && range.start >= marked.opening
  const isOwn = (range: Range) =>
    inside(range) && !attributes(range) && !clause.background.some((other) => overlaps(range, other))
  const names = marked.names.filter((name) => !name.isModifier && isOwn(name))
  const figures = marked.figures.filter(isOwn)
  const marks = marked.marks.filter(isOwn)
  const acts = marks.filter(({ isAct }) => isAct)
  const actsAround = marked.marks.filter(
    (mark) => mark.isAct && inside(mark) && !marked.figures.some(({ phrase }) => overlaps(mark, phrase)),
  )
  const first = acts[0]
  const terms = new Set(marks.map(({ concept }) => concept))
  for (const { key, words } of names) {
    terms.add(key)
    // Elsewhere "the Marrow Bridge" may be "the bridge".
    const last = words.at(-1) ?? ''
    if (words.length > 1 && cases.small.has(last)) terms.add(conceptOf(last))
  }
  for (const { value, unit, currency, head } of figures) {
    terms.add(`#${currency ?? unit}${value}`)
    if (head !== null) terms.add(head)
  }
  const { subjects, objects, places, isPassive } = actorsOf(text, clause, names, first)
  // Listed, not spread: an object that begins with a spread and gets this many more properties is slow to build.
  return {
    subjects,
    objects,
    places,
    isPassive,
    terms: compactSet(terms),
    events: conceptsOf(acts),
    mainEvent: first?.concept ?? null,
    names,
    topic: conceptsOf(marks.filter(({ start, isAct }) => !isAct && start < (first?.start ?? clause.end))),
    isAhead: ahead.test(text.slice(clause.start, clause.end)),
    figures: figures.map((figure) => {
      const phrase = { start: figure.phrase.start, end: Math.min(figure.phrase.end, clause.end) }
      return { ...figure, phrase, event: eventOfFigure(text, phrase, acts) }
    }),
    times: marked.times
      .filter((time) => inside(time) && !attributes(time))
      .map((time) => ({ ...time, event: eventOfTime(time, actsAround), place: placeOf(time, clause) })),
    reportedTimes: marked.times.filter(attributes),
    negations: marked.negations.filter(isOwn),
    source: attribution.source,
    attributed: attribution.ranges,
    sourceTerms: compactSet(
      attribution.ranges.length === 0 ? [] : sentence.terms.filter(attributes).map(({ folded }) => conceptOf(folded)),
    ),
    speakers: marked.names.filter((name) => !name.isModifier && attributes(name)),
    doubtful: inside({ start: 0, end: marked.opener?.end ?? 0 }) ? doubtfulName(marked, terms) : null,
  }
}
