import type { TermWeight } from '../../term-weight.ts'
import type { Claim } from '../extract/claim.ts'
import type { Content } from '../extract/claim-content.ts'
import { isSameName, type Name } from '../extract/name-mentions.ts'
import { countsTheSame, isCompatible, isDiscriminative } from '../extract/quantities.ts'
import { oppositeOf } from '../lexicon/synonym-classes.ts'
import { apart, clashingTimes, comparableTimes } from './compare-times.ts'

/** How two reports compare. */
export interface Comparison {
  /** The weighted overlap of their content, conflicts excluded, 0 to 1. */
  readonly score: number
  /** The share of the shorter report's weight that the other also has, 0 to 1. */
  readonly containment: number
  /** Whether they can report the same fact at all. */
  readonly isPossible: boolean
  readonly sharedTerms: number
  /** The number of terms in the shorter report. */
  readonly smallest: number
  /** Whether places that only one report names are central to the other's article. */
  readonly isPlaced: boolean
  readonly sharedNames: number
  readonly sharedFigures: number
  /** Whether they share a figure that is more than a small count. */
  readonly isDiscriminative: boolean
  readonly sharedEvents: number
  /** Whether the main event of one also occurs in the other. */
  readonly isSameEvent: boolean
  /** Whether either describes an event and not just a state. */
  readonly hasEvent: boolean
  /** Whether both give the same day, month or year. */
  readonly isSameTime: boolean
  /** How many times they contradict each other. */
  readonly conflicts: number
}

// Events in which the order of the participants does not matter. Source: VerbNet 3, the reciprocal classes (meet-36.3, talk-37.5,
// marry-36.2).
const mutual = new Set(['~meet', '~speak', '~agree', '~sign', '~merge', '~crash', '~war'])

const impossible: Comparison = {
  score: 0,
  containment: 0,
  smallest: 0,
  isPlaced: false,
  isPossible: false,
  sharedTerms: 0,
  sharedNames: 0,
  sharedFigures: 0,
  isDiscriminative: false,
  sharedEvents: 0,
  isSameEvent: false,
  hasEvent: false,
  isSameTime: false,
  conflicts: 0,
}

function anySame(a: readonly Name[], b: readonly Name[]): boolean {
  return a.some((one) => b.some((other) => isSameName(one, other)))
}

function isCountry({ key }: Name): boolean {
  return key.startsWith('@')
}

/** Whether both have names of one kind in the same role but share none. A country can represent its people. */
function clash(a: readonly Name[], b: readonly Name[]): boolean {
  if (anySame(a, b)) return false
  return (
    (a.some(isCountry) && b.some(isCountry)) ||
    (a.some((name) => !isCountry(name)) && b.some((name) => !isCountry(name)))
  )
}

/** Names with the same key but of different people ("Bill Clinton", "Hillary Clinton"). */
function namesakes(a: readonly Name[], b: readonly Name[]): boolean {
  return a.some((one) => {
    const alike = b.filter(({ key }) => key === one.key)
    return alike.length > 0 && alike.every((other) => !isSameName(one, other))
  })
}

/** The length of " of ". */
const ofLength = 4

/** The names that have another name after "of" ("the Bank of Lenmark"), by key, with that name. */
function qualifiersOf(names: readonly Name[]): ReadonlyMap<string, Name> {
  const starts = new Map(names.map((name) => [name.start, name]))
  const found = new Map<string, Name>()
  for (const { key, end } of names) {
    const qualifier = starts.get(end + ofLength)
    if (qualifier !== undefined) found.set(key, qualifier)
  }
  return found
}

/** Whether both have a name with different names after "of" ("the Bank of Lenmark", "the Bank of Osteria"). */
function qualifiersClash(a: readonly Name[], b: readonly Name[]): boolean {
  const [mine, others] = [qualifiersOf(a), qualifiersOf(b)]
  for (const [key, name] of mine) {
    const other = others.get(key)
    if (other !== undefined && !isSameName(name, other)) return true
  }
  return false
}

function rolesClash(a: Content, b: Content): boolean {
  const shared = [...a.events].filter((event) => b.events.has(event))
  if (shared.some((event) => mutual.has(event))) return false
  const swapped = anySame(a.subjects, b.objects) && anySame(b.subjects, a.objects)
  if (swapped && !anySame(a.subjects, b.subjects)) return true
  return clash(a.subjects, b.subjects) && !anySame(a.subjects, b.names) && !anySame(b.subjects, a.names)
}

interface FigureComparison {
  readonly shared: number
  readonly clashing: number
  readonly isDiscriminative: boolean
}

/** How many figures two clauses share, and how many counts have different figures. */
function compareFigures(a: Content, b: Content): FigureComparison {
  let shared = 0
  let clashing = 0
  let telling = false
  for (const one of a.figures) {
    const alike = b.figures.filter(({ unit }) => unit === one.unit)
    const ofCount = alike.filter((other) => countsTheSame(one, other))
    const among = ofCount.length > 0 ? ofCount : alike
    if (among.some((other) => isCompatible(one, other))) {
      shared++
      telling ||= isDiscriminative(one)
    } else if (ofCount.length > 0) clashing++
  }
  return { shared, clashing, isDiscriminative: telling }
}

interface Overlap {
  readonly score: number
  readonly containment: number
  readonly terms: number
  readonly names: number
  readonly events: number
  /** How many events of one have their opposite in the other. */
  readonly contrary: number
}

const isName = (term: string) => term.startsWith('@') || term.startsWith('=')

/** The weighted overlap of two clauses' terms (Dice). Matching figures count; figures that differ are left out. */
function compareTerms(a: Content, b: Content, weight: TermWeight, withFigures: boolean): Overlap {
  let [shared, all, terms, names, events, contrary] = [0, 0, 0, 0, 0, 0]
  const share = (term: string, times: number) => {
    shared += weight(term) * times
    terms++
    if (isName(term)) names++
  }
  for (const term of a.terms) {
    if (!withFigures && term.startsWith('#')) continue
    if (!b.terms.has(term) && b.sourceTerms.has(term)) continue
    const own = weight(term)
    all += own
    const opposite = oppositeOf(term)
    if (b.terms.has(term)) {
      share(term, 2)
      if (a.events.has(term)) events++
    } else if (opposite !== undefined && b.terms.has(opposite)) {
      shared += own + weight(opposite)
      contrary++
    }
  }
  // A term in the content of one and in the attribution of the other is not a difference.
  const isSource = (term: string) => !a.terms.has(term) && a.sourceTerms.has(term)
  for (const term of b.terms) if ((withFigures || !term.startsWith('#')) && !isSource(term)) all += weight(term)
  // The speaker also counts if both name one.
  const speakers = (one: Content, other: Content) =>
    one.speakers.filter(({ key }) => !one.terms.has(key) && other.terms.has(key))
  for (const { key } of [...speakers(a, b), ...speakers(b, a)]) {
    share(key, 2)
    all += weight(key)
  }
  for (const { key } of a.speakers) {
    if (a.terms.has(key) || b.terms.has(key) || !b.speakers.some((speaker) => speaker.key === key)) continue
    share(key, 2)
    all += weight(key) * 2
  }
  const total = (one: Content) => {
    let sum = 0
    for (const term of one.terms) if (withFigures || !term.startsWith('#')) sum += weight(term)
    return sum
  }
  const least = Math.min(total(a), total(b))
  const containment = least === 0 ? 0 : Math.min(1, shared / 2 / least)
  return { score: all === 0 ? 0 : Math.min(1, shared / all), containment, terms, names, events, contrary }
}

function disjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const term of a) if (b.has(term)) return false
  return true
}

/** Whether two clauses that name no one before the event have different topics there ("proportionality", "legal certainty"). */
function isOtherTopic(a: Content, b: Content): boolean {
  if (a.topic.size === 0 || b.topic.size === 0 || a.subjects.length > 0 || b.subjects.length > 0) return false
  return disjoint(a.topic, b.terms) && disjoint(b.topic, a.terms)
}

/** Whether the places that only the first names are central to the second's article. */
function isPlaced(one: Claim, other: Claim): boolean {
  return one.content.places.every(({ key }) => other.content.terms.has(key) || other.setting.mentioned.has(key))
}

const otherTopicShare = 0.75

/** Compares the content of two claims. `weight` is how informative a term is. */
export function compare(left: Claim, right: Claim, weight: TermWeight): Comparison {
  const [a, b] = [left.content, right.content]
  if (namesakes(a.names, b.names) || clash(a.places, b.places) || rolesClash(a, b) || qualifiersClash(a.names, b.names))
    return impossible
  const figures = compareFigures(a, b)
  const overlap = compareTerms(a, b, weight, figures.clashing === 0)
  const denied = a.negations.length > 0 !== b.negations.length > 0 ? 1 : 0
  return {
    score: overlap.score * (isOtherTopic(a, b) ? otherTopicShare : 1),
    containment: overlap.containment,
    isPossible: true,
    sharedTerms: overlap.terms,
    smallest: Math.min(a.terms.size, b.terms.size),
    isPlaced: isPlaced(left, right) && isPlaced(right, left),
    sharedNames: overlap.names,
    sharedFigures: figures.shared,
    isDiscriminative: figures.isDiscriminative,
    sharedEvents: overlap.events,
    isSameEvent:
      overlap.contrary > 0 ||
      (a.mainEvent !== null && b.events.has(a.mainEvent)) ||
      (b.mainEvent !== null && a.events.has(b.mainEvent)),
    hasEvent: a.mainEvent !== null || b.mainEvent !== null,
    isSameTime: comparableTimes(a, b).some(
      ([x, y]) => x.interval !== null && y.interval !== null && !apart(x.interval, y.interval),
    ),
    conflicts: figures.clashing + (clashingTimes(a, b).length > 0 ? 1 : 0) + denied + overlap.contrary,
  }
}
