import type { Days, NamedTime } from '../../text/resolve-date.ts'
import type { TermWeight } from '../similar.ts'
import { oppositeOf } from './concepts.ts'
import type { Content } from './content.ts'
import { countsTheSame, isCompatible } from './counted.ts'
import type { Report } from './fact.ts'
import { isSameName, type Name } from './names-in.ts'

/** How two reports compare. */
export interface Comparison {
  /** The weighted overlap of what they say, conflicts aside, 0 to 1. */
  readonly score: number
  /** Whether they can be of one fact at all. */
  readonly isPossible: boolean
  readonly sharedTerms: number
  readonly sharedFigures: number
  readonly sharedEvents: number
  /** Whether the main event of one is an event of the other. */
  readonly isSameEvent: boolean
  /** In how many ways they contradict each other. */
  readonly conflicts: number
}

// Acts in which it makes no difference who is named first. Source: VerbNet 3, the reciprocal classes (meet-36.3, talk-37.5, marry-36.2).
const mutual = new Set(['~meet', '~speak', '~agree', '~sign', '~merge', '~crash', '~war'])

const impossible: Comparison = {
  score: 0,
  isPossible: false,
  sharedTerms: 0,
  sharedFigures: 0,
  sharedEvents: 0,
  isSameEvent: false,
  conflicts: 0,
}

function anySame(a: readonly Name[], b: readonly Name[]): boolean {
  return a.some((one) => b.some((other) => isSameName(one, other)))
}

function isCountry({ key }: Name): boolean {
  return key.startsWith('@')
}

/** Whether names of one kind stand in the same place of both and none in common; a country may stand for its people. */
function clash(a: readonly Name[], b: readonly Name[]): boolean {
  if (anySame(a, b)) return false
  return (
    (a.some(isCountry) && b.some(isCountry)) ||
    (a.some((name) => !isCountry(name)) && b.some((name) => !isCountry(name)))
  )
}

/** Names of one key that belong to different people ("Bill Clinton", "Hillary Clinton"). */
function namesakes(a: readonly Name[], b: readonly Name[]): boolean {
  return a.some((one) => {
    const alike = b.filter(({ key }) => key === one.key)
    return alike.length > 0 && alike.every((other) => !isSameName(one, other))
  })
}

function apart(a: Days, b: Days): boolean {
  return a.to < b.from || b.to < a.from
}

function isDay({ days }: NamedTime): boolean {
  return days !== null && days.from === days.to
}

/** Whether two clauses give times that cannot both be so. */
export function timesClash(a: readonly NamedTime[], b: readonly NamedTime[]): boolean {
  const [hours, otherHours] = [a, b].map((times) => times.flatMap(({ clock }) => (clock === null ? [] : [clock])))
  if (hours?.length && otherHours?.length && !hours.some((hour) => otherHours.includes(hour))) return true
  const pairs = (one: readonly NamedTime[], other: readonly NamedTime[]) =>
    one.flatMap((x) => other.map((y) => [x, y] as const))
  const days = pairs(a.filter(isDay), b.filter(isDay))
  if (days.length > 0) return days.every(([{ days: x }, { days: y }]) => x !== null && y !== null && apart(x, y))
  const named = pairs(
    a.filter(({ weekday }) => weekday !== null),
    b.filter(({ weekday }) => weekday !== null),
  )
  if (named.length > 0) return named.every(([x, y]) => x.weekday !== y.weekday)
  const known = pairs(
    a.filter((time) => time.days !== null),
    b.filter((time) => time.days !== null),
  )
  return known.length > 0 && known.every(([{ days: x }, { days: y }]) => x !== null && y !== null && apart(x, y))
}

function rolesClash(a: Content, b: Content): boolean {
  const shared = [...a.events].filter((event) => b.events.has(event))
  if (shared.some((event) => mutual.has(event))) return false
  const swapped = anySame(a.subjects, b.objects) && anySame(b.subjects, a.objects)
  if (swapped && !anySame(a.subjects, b.subjects)) return true
  return clash(a.subjects, b.subjects) && !anySame(a.subjects, b.names) && !anySame(b.subjects, a.names)
}

/** Whether two clauses give other figures for the same count, and how many figures they share. */
function figuresOf(a: Content, b: Content): { readonly shared: number; readonly clashing: number } {
  let shared = 0
  let clashing = 0
  for (const one of a.figures) {
    const same = b.figures.filter((other) => countsTheSame(one, other))
    const equal = b.figures.some(
      (other) => other.unit === one.unit && other.currency === one.currency && isCompatible(one, other),
    )
    if (same.some((other) => isCompatible(one, other)) || (equal && same.length === 0)) shared++
    else if (same.length > 0) clashing++
  }
  return { shared, clashing }
}

/** Compares what two clauses say. `weight` tells how much a term tells. */
export function compare(a: Report, b: Report, weight: TermWeight): Comparison {
  const [x, y] = [a.content, b.content]
  if (namesakes(x.names, y.names) || clash(x.places, y.places) || rolesClash(x, y)) return impossible
  const figures = figuresOf(x, y)
  let shared = 0
  let all = 0
  let sharedTerms = 0
  let sharedEvents = 0
  let contrary = 0
  // Figures tell by being equal; where they differ they are a difference, not another subject.
  const counts = (term: string) => !term.startsWith('#') || figures.clashing === 0
  for (const term of x.terms) {
    if (!counts(term)) continue
    const own = weight(term)
    all += own
    const opposite = oppositeOf(term)
    if (y.terms.has(term)) {
      shared += own
      sharedTerms++
      if (x.events.has(term)) sharedEvents++
    } else if (opposite !== undefined && y.terms.has(opposite)) {
      shared += own
      contrary++
    }
  }
  for (const term of y.terms) if (counts(term)) all += weight(term)
  // Who says so tells too, where both say it.
  for (const { key } of x.speakers) {
    const also = y.terms.has(key) ? 1 : y.speakers.some((speaker) => speaker.key === key) ? 2 : 0
    if (x.terms.has(key) || also === 0) continue
    shared += weight(key)
    all += weight(key) * also
    sharedTerms++
  }
  for (const { key } of y.speakers) {
    if (y.terms.has(key) || !x.terms.has(key)) continue
    shared += weight(key)
    all += weight(key)
    sharedTerms++
  }
  const denied = x.negations.length > 0 !== y.negations.length > 0 ? 1 : 0
  const conflicts = figures.clashing + (timesClash(x.times, y.times) ? 1 : 0) + denied + contrary
  return {
    score: all === 0 ? 0 : Math.min(1, (2 * shared) / all),
    isPossible: true,
    sharedTerms,
    sharedFigures: figures.shared,
    sharedEvents,
    isSameEvent:
      (x.mainEvent !== null && y.events.has(x.mainEvent)) || (y.mainEvent !== null && x.events.has(y.mainEvent)),
    conflicts,
  }
}
