import type { GoldDocument } from './gold.ts'
import { isRightSpeaker, minOverlap, overlapOf, wordsOf } from './score-contents.ts'

/** A statement to be scored: stretches of the document's text, and who said it. */
export interface Prediction {
  readonly content: readonly (readonly [number, number])[]
  readonly speaker: string | null
}

/** Counts over a data set. `named` counts gold whose speaker is given by name. */
interface Counts {
  gold: number
  predicted: number
  matched: number
  exact: number
  named: number
  namedMatched: number
  endToEnd: number
  /** Predictions that count for the precision of the end-to-end figure. */
  counted: number
}

export interface KindCounts {
  gold: number
  matched: number
  named: number
  right: number
}

export interface Score extends Readonly<Counts> {
  readonly kinds: Readonly<Record<string, Readonly<KindCounts>>>
  /** Missed gold, extra predictions and wrong speakers, one line each. */
  readonly errors: readonly string[]
}

/** Pairs gold and predictions that share enough words, each once, the best pair first. */
function match(gold: readonly ReadonlySet<number>[], predicted: readonly ReadonlySet<number>[]) {
  const pairs = gold.flatMap((a, left) =>
    predicted.flatMap((b, right) => {
      const overlap = overlapOf(a, b)
      return overlap >= minOverlap ? [{ left, right, overlap }] : []
    }),
  )
  pairs.sort((a, b) => b.overlap - a.overlap || a.left - b.left || a.right - b.right)
  const ofGold = new Map<number, { readonly right: number; readonly overlap: number }>()
  const ofPrediction = new Map<number, number>()
  for (const { left, right, overlap } of pairs) {
    if (ofGold.has(left) || ofPrediction.has(right)) continue
    ofGold.set(left, { right, overlap })
    ofPrediction.set(right, left)
  }
  return { ofGold, ofPrediction }
}

/**
 * Scores statements against gold. End to end counts gold with a speaker given by name; predictions that match other gold count
 * neither way there.
 */
export function score(documents: readonly GoldDocument[], predictions: readonly (readonly Prediction[])[]): Score {
  const sum: Counts = {
    gold: 0,
    predicted: 0,
    matched: 0,
    exact: 0,
    named: 0,
    namedMatched: 0,
    endToEnd: 0,
    counted: 0,
  }
  const kinds: Record<string, KindCounts> = {}
  const errors: string[] = []
  documents.forEach(({ id, text, attributions }, index) => {
    const shown = (content: Prediction['content']): string =>
      content
        .map(([start, end]) => text.slice(start, end))
        .join(' … ')
        .slice(0, 140)
    const gold = attributions
      .map((one) => ({ ...one, words: wordsOf(text, one.content) }))
      .filter((one) => one.words.size > 0)
    const given = (predictions[index] ?? [])
      .map((one) => ({ ...one, words: wordsOf(text, one.content) }))
      .filter((one) => one.words.size > 0)
    const { ofGold, ofPrediction } = match(
      gold.map((one) => one.words),
      given.map((one) => one.words),
    )
    sum.gold += gold.length
    sum.predicted += given.length
    gold.forEach(({ kind, speakerType, speakerHead, speaker, content }, place) => {
      kinds[kind] ??= { gold: 0, matched: 0, named: 0, right: 0 }
      const own = kinds[kind]
      const isNamed = speakerType === 'named'
      own.gold++
      if (isNamed) {
        own.named++
        sum.named++
      }
      const hit = ofGold.get(place)
      if (hit === undefined) {
        errors.push(`MISSED ${kind} ${id}: ${speaker} | ${shown(content)}`)
        return
      }
      own.matched++
      sum.matched++
      if (hit.overlap === 1) sum.exact++
      if (!isNamed) return
      sum.namedMatched++
      const found = given[hit.right]?.speaker ?? null
      if (isRightSpeaker(speakerHead, found)) {
        own.right++
        sum.endToEnd++
      } else errors.push(`SPEAKER ${kind} ${id}: ${found} for ${speaker} | ${shown(content)}`)
    })
    given.forEach(({ speaker, content }, place) => {
      const goldPlace = ofPrediction.get(place)
      if (goldPlace === undefined) errors.push(`EXTRA ${id}: ${speaker} | ${shown(content)}`)
      if (goldPlace === undefined || gold[goldPlace]?.speakerType === 'named') sum.counted++
    })
  })
  return { ...sum, kinds, errors }
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1))

/** The figures of a score as lines of text. */
export function report(result: Score): string {
  const { gold, predicted, matched, exact, named, namedMatched, endToEnd, counted, kinds } = result
  const lines = [
    `content     P ${percent(matched, predicted)} R ${percent(matched, gold)} F1 ${percent(2 * matched, predicted + gold)}, exact F1 ${percent(2 * exact, predicted + gold)} (${gold} annotated, ${predicted} found)`,
    `speaker     right ${percent(endToEnd, namedMatched)} % of named ones found`,
    `end to end  P ${percent(endToEnd, counted)} R ${percent(endToEnd, named)} F1 ${percent(2 * endToEnd, counted + named)}`,
    ...Object.entries(kinds).map(
      ([kind, own]) =>
        `${kind.padEnd(12)}found ${percent(own.matched, own.gold)} % of ${own.gold}, end to end recall ${percent(own.right, own.named)} %`,
    ),
  ]
  return `${lines.join('\n')}\n`
}
