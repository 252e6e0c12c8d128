import type { GoldDocument, GoldQuote, Stretch } from './gold.ts'

/** A quotation as the reader gives it, offsets in the document's text. */
export interface Prediction extends Stretch {
  readonly speaker: string | null
  readonly rule: string
}

interface Counts {
  asked: number
  given: number
  right: number
}

/** Sums from which the figures are made; speakers are weighted (see `weights`). */
export interface Tally {
  gold: number
  predicted: number
  matched: number
  /** Gold weight; weight of matched gold with a known speaker; of those that got a speaker; of those that got the right one. */
  weight: number
  asked: number
  given: number
  right: number
  /** Predictions that name a speaker, weighted like the gold they match, others 1. */
  named: number
  scare: number
  scareReturned: number
  /** By type of gold speaker and by the rule that found the speaker. */
  readonly kinds: Map<string, Counts>
  readonly rules: Map<string, Counts>
  /** Errors by class. */
  readonly errors: Map<string, number>
}

const rimTolerance = /[\s“”"‘’'.,;:!?…]/
const maxFitDistance = 0.8

const possessive = /[’']s?\b/g
const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(possessive, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A speaker is right when the last name (or an office's head word) of the gold occurs in it as a whole word. */
export const isRightSpeaker = (head: string, speaker: string | null): boolean =>
  speaker !== null && ` ${fold(speaker)} `.includes(` ${fold(head)} `)

/**
 * Scores predictions as the data set's own scorer does: stretches fit at 80 % overlap after trimming marks and
 * punctuation; named speakers and hand-checked pronouns count, the latter weighted up to all pronouns; stretches that
 * the gold ignores are neither right nor wrong.
 */
export function score(gold: readonly GoldDocument[], predictions: readonly (readonly Prediction[])[]): Tally {
  const tally = emptyTally()
  const weightOf = weights(gold)
  for (const [index, document] of gold.entries()) scoreDocument(document, predictions[index] ?? [], weightOf, tally)
  return tally
}

function emptyTally(): Tally {
  return {
    gold: 0,
    predicted: 0,
    matched: 0,
    weight: 0,
    asked: 0,
    given: 0,
    right: 0,
    named: 0,
    scare: 0,
    scareReturned: 0,
    kinds: new Map(),
    rules: new Map(),
    errors: new Map(),
  }
}

function weights(gold: readonly GoldDocument[]): (quote: GoldQuote) => number {
  const types = gold.flatMap((document) => document.quotes.map((quote) => quote.speakerType))
  const checked = types.filter((type) => type === 'pronoun-checked').length
  const pronouns = types.filter((type) => type.startsWith('pronoun')).length
  return ({ speakerType }) => {
    if (speakerType === 'named' || speakerType === 'office') return 1
    return speakerType === 'pronoun-checked' ? pronouns / checked : 0
  }
}

function scoreDocument(
  document: GoldDocument,
  predictions: readonly Prediction[],
  weightOf: (quote: GoldQuote) => number,
  tally: Tally,
): void {
  const { text } = document
  const given = predictions.map((one) => ({ ...one, ...trimmed(text, one) })).filter((one) => one.end > one.start)
  const wanted = document.quotes.map((quote) => ({ quote, ...trimmed(text, quote) }))
  const { byGold, byPrediction } = match(wanted, given)
  const scare = (document.scare ?? []).map((stretch) => trimmed(text, stretch))
  const fails = (kind: string): void => void tally.errors.set(kind, (tally.errors.get(kind) ?? 0) + 1)

  for (const [index, { quote }] of wanted.entries()) {
    tally.gold++
    tally.weight += weightOf(quote)
    const prediction = given[byGold.get(index) ?? -1]
    if (prediction === undefined) fails('missed')
    else scoreSpeaker(quote, prediction, weightOf(quote), tally, fails)
  }
  tally.scare += scare.length
  tally.scareReturned += scare.filter((one) => given.some((other) => shared(one, other) / length(one) > 0.5)).length
  for (const [index, prediction] of given.entries()) {
    const matched = byPrediction.get(index)
    const ignored = (document.ignore ?? []).some((one) => shared(prediction, one) / length(prediction) > 0.5)
    if (matched === undefined && ignored) continue
    tally.predicted++
    if (matched === undefined) fails(scare.some((one) => shared(prediction, one) > 0) ? 'scare quote' : 'extra')
    const quote = wanted[matched ?? -1]?.quote
    if (prediction.speaker !== null) tally.named += quote === undefined ? 1 : weightOf(quote)
  }
}

function scoreSpeaker(
  quote: GoldQuote,
  prediction: Prediction,
  weight: number,
  tally: Tally,
  fails: (kind: string) => void,
): void {
  tally.matched++
  const { speakerType, speakerHead } = quote
  if (speakerHead === null || speakerType === 'none' || speakerType === 'unparsed') return
  const right = isRightSpeaker(speakerHead, prediction.speaker)
  const given = prediction.speaker !== null
  tally.asked += weight
  tally.given += given ? weight : 0
  tally.right += right ? weight : 0
  count(tally.kinds, speakerType, given, right)
  if (weight === 0) return
  count(tally.rules, prediction.rule, given, right)
  if (!right) fails(`${given ? 'wrong' : 'unclear'} speaker, ${speakerType}`)
}

function count(map: Map<string, Counts>, key: string, given: boolean, right: boolean): void {
  const counts = map.get(key) ?? { asked: 0, given: 0, right: 0 }
  map.set(key, counts)
  counts.asked++
  counts.given += given ? 1 : 0
  counts.right += right ? 1 : 0
}

const length = (one: Stretch): number => Math.max(1, one.end - one.start)
const shared = (one: Stretch, other: Stretch): number =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))

function trimmed(text: string, stretch: Stretch): Stretch {
  let { start, end } = stretch
  while (start < end && rimTolerance.test(text.charAt(start))) start++
  while (end > start && rimTolerance.test(text.charAt(end - 1))) end--
  return { start, end }
}

/** Pairs gold and predictions, the best overlap first, one to one. */
function match(
  wanted: readonly Stretch[],
  given: readonly Stretch[],
): { readonly byGold: ReadonlyMap<number, number>; readonly byPrediction: ReadonlyMap<number, number> } {
  const pairs = wanted.flatMap((one, at) =>
    given.flatMap((other, index) => {
      const fit = shared(one, other) / Math.max(length(one), length(other))
      return fit >= maxFitDistance ? [{ fit, at, index }] : []
    }),
  )
  pairs.sort((a, b) => b.fit - a.fit)
  const byGold = new Map<number, number>()
  const byPrediction = new Map<number, number>()
  for (const { at, index } of pairs) {
    if (byGold.has(at) || byPrediction.has(index)) continue
    byGold.set(at, index)
    byPrediction.set(index, at)
  }
  return { byGold, byPrediction }
}
