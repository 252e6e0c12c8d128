import type { Sentence } from '../../../language/analysis/sentence.ts'
import { wordsIn } from '../../../language/analysis/words-in-range.ts'
import { boundBefore, type FigureBound } from '../../../language/figures/figure-bound.ts'
import { currencyOf, type Figure } from '../../../language/figures/figures.ts'
import { opensWithNumber } from '../../../language/sentences/opening.ts'
import type { Range } from '../../../language/text/range.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { stopWords } from '../../../language/tokens/stop-words.ts'
import { reportingVerbs } from '../lexicon/reporting-verbs.ts'
import { conceptOf, isEvent } from '../lexicon/synonym-classes.ts'

/** A figure with what it counts. Offsets are relative to the sentence. */
export interface CountedFigure extends Figure {
  /** Concepts of the counted noun and its modifiers; empty if there is no noun ("12 were hurt"). */
  readonly counts: ReadonlySet<string>
  /** The counted noun's own concept, or null. */
  readonly head: string | null
  /** The range of the figure with its bound and the words it counts. */
  readonly phrase: Range
  /** Whether the text gives it as exact, a lower bound, an upper bound, or approximate. */
  readonly bound: FigureBound
  /** The currency of an amount of money, folded, or null. */
  readonly currency: string | null
}

// Words that end the counted noun phrase.
const stops = new Set(
  (
    'in on at to from with by for across over into near during after before since until between among against under through ' +
    'while when who which that as is are was were be been being has have had will would can could may might must than per ' +
    'overnight today yesterday tomorrow ago later annually monday tuesday wednesday thursday friday saturday sunday but or'
  ).split(' '),
)
const copulas = /^(?:remain|stay|seem|appear|becom)(?:s|e|es|ed|ing)?$/u
const pastForm = unicodeRegExp(String.raw`^\p{L}{3,}ed$`)
const pronoun = /^\s+of\s+(?:them|these|those|which|whom)\b/i
const ofPhrase = unicodeRegExp(
  String.raw`^\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+)?(?:(?:\p{Lu}[\p{L}.-]*\s+){0,3}\p{Lu}[\p{L}.-]*['\u2019]s\s+)?`,
)
// A number after one of these is a label, not a count: "article 56", "flight 370". Source: style guides' rules for numbered designations.
const label = unicodeRegExp(
  String.raw`(?:\b(?:articles?|sections?|chapters?|paragraphs?|clauses?|parts?|pages?|lines?|nos?|numbers?|figures?|tables?|flight|route|highway|interstate|room|version|level|phase|type|group|class|act|rule|protocol|form|model|volume|vol|district|precinct|area|zone|gate|pier|unit|bus|train|channel|season|episode|grade|stage|category|magnitude|ward|block|lot|step|point|item|title|resolution|directive|regulation|formula|windows|mark|world war)\.?|\p{L}[.-])\s?$`,
  'i',
)
const maxWords = 6
/** How far after a figure to look for what it counts, in UTF-16 units. */
const maxReach = 160

interface Counted {
  readonly counts: ReadonlySet<string>
  readonly head: string | null
  readonly end: number
}

/** The words after a figure up to the end of the noun phrase. */
function countedAfter(sentence: Sentence, end: number, before: Counted | null): Counted {
  const { text } = sentence
  const nothing = { counts: new Set<string>(), head: null, end }
  const rest = text.slice(end, end + maxReach)
  if (pronoun.test(rest)) return before === null ? nothing : { ...before, end }
  const skip = ofPhrase.exec(rest)?.[0].length ?? 0
  const counts = new Set<string>()
  let head: string | null = null
  let last = end
  let previous = end
  const all = wordsIn(sentence, { start: end + skip, end: Math.min(text.length, end + maxReach) })
  for (const [at, word] of all.entries()) {
    const { start } = word
    const between = text.slice(previous, start)
    previous = start + word.text.length
    if (at >= maxWords || (at > 0 && /[^\s-]/u.test(between.replace(/^['\u2019]s/u, '')))) break
    if (at === 0 && /[^\s-]/u.test(text.slice(end + skip, start))) break
    if (
      stops.has(word.folded) ||
      reportingVerbs.has(word.folded) ||
      copulas.test(word.folded) ||
      opensWithNumber(word.text)
    )
      break
    if (word.folded === 'and' || word.folded === 'other' || word.folded === 'others') continue
    if (stopWords.has(word.folded) && word.folded !== 'people') break
    if (head !== null && (pastForm.test(word.folded) || isEvent(word.folded))) break
    head = conceptOf(word.folded)
    counts.add(head)
    last = previous
  }
  return { counts, head, end: last }
}

/** The figures of a sentence with what they count, in order. */
export function countedFigures(sentence: Sentence): CountedFigure[] {
  const { text } = sentence
  const found: CountedFigure[] = []
  let before: Counted | null = null
  for (const figure of sentence.figures) {
    const shown = text.slice(figure.start, figure.end)
    // "One of the reasons" is not a count.
    if (figure.value === 1 && /^(?:one|an?)\b/i.test(shown) && figure.unit === 'count') continue
    if (label.test(text.slice(Math.max(0, figure.start - 16), figure.start))) continue
    const bound = boundBefore(text, figure.start)
    const counted = countedAfter(sentence, figure.end, before)
    before = counted.head === null ? before : counted
    found.push({
      ...figure,
      counts: counted.counts,
      head: counted.head,
      phrase: { start: bound?.start ?? figure.start, end: counted.end },
      bound: bound?.bound ?? 'exact',
      currency: figure.unit === 'money' ? currencyOf(shown) : null,
    })
  }
  return found
}

const smallCount = 12

/** Whether an equal figure is evidence: small counts are often equal by chance. */
export function isDiscriminative({ value, unit }: CountedFigure): boolean {
  return unit !== 'count' || value > smallCount || !Number.isInteger(value)
}

/** A counted figure with its event, or null. */
export interface EventFigure extends CountedFigure {
  readonly event: string | null
}

/** Many events count people, so the noun alone does not show what is counted. */
const anyone = '~person'

/**
 * Whether two figures are for the same count: of one thing, or of people in one event. Amounts in two currencies match only if
 * the numbers are equal: otherwise one may be a conversion of the other.
 */
export function countsTheSame(a: EventFigure, b: EventFigure): boolean {
  if (a.unit !== b.unit || (a.currency !== b.currency && a.value !== b.value)) return false
  const isSameEvent = a.event === b.event
  if (a.head === null || b.head === null) {
    if (a.unit !== 'count') return isSameEvent || a.event === null || b.event === null
    return (a.head ?? anyone) === (b.head ?? anyone) && isSameEvent
  }
  if (a.head === anyone && b.head === anyone) return isSameEvent
  return a.head === b.head || a.counts.has(b.head) || b.counts.has(a.head)
}

const exactly = 1e-9
const aboutShare = 0.1
const boundShare = 0.25
const roundStep = 10

/** Whether two figures are compatible: equal, or one approximates the other ("more than 100" and 112). */
export function isCompatible(a: CountedFigure, b: CountedFigure): boolean {
  if (a.currency !== b.currency) return false
  const gap = Math.abs(a.value - b.value)
  const most = Math.max(Math.abs(a.value), Math.abs(b.value))
  if (gap <= most * exactly) return true
  if (a.bound === 'about' || b.bound === 'about') return gap <= most * aboutShare
  const within = (low: CountedFigure, high: CountedFigure) => high.value > low.value && gap <= low.value * boundShare
  // Only a round bound is an approximation: "at least 11" and 14 are two counts.
  const isRough = (figure: CountedFigure) => figure.value >= 2 * roundStep && figure.value % roundStep === 0
  if ((a.bound !== 'exact' && !isRough(a)) || (b.bound !== 'exact' && !isRough(b))) return false
  if (a.bound === 'least' && b.bound === 'exact') return within(a, b)
  if (b.bound === 'least' && a.bound === 'exact') return within(b, a)
  if (a.bound === 'most' && b.bound === 'exact') return within(b, a)
  if (b.bound === 'most' && a.bound === 'exact') return within(a, b)
  return false
}
