import { overlaps, type Range } from '../../src/language/text/range.ts'
import { reportWeights } from '../../src/reading/facts/cluster/term-weights.ts'
import { contradictionCandidates } from '../../src/reading/facts/contradictions/contradiction-candidates.ts'
import { contradictionFeatures } from '../../src/reading/facts/contradictions/contradiction-features.ts'
import { minTrainedProbability } from '../../src/reading/facts/contradictions/find-contradictions.ts'
import type { Claim } from '../../src/reading/facts/extract/claim.ts'
import { likelyPairs } from '../../src/reading/facts/pairs/likely-pairs.ts'
import { forestOf } from '../../src/resources/boosted-trees.ts'
import { type EventFact, eventsOf, locate } from './event-gold.ts'
import { type EventCorpus, eventName, type PairExample } from './pair-examples.ts'
import { foldsOf, type LabelledRow, type PairTrees, trainPairs } from './training.ts'

type GoldDifference = EventFact['differences'][number]

/** The sides of a gold difference that a range of a claim touches. */
function sidesAt(claim: Claim, range: Range, { values }: GoldDifference): readonly string[] {
  const { start } = claim.sentence
  const place = { start: start + range.start, end: start + range.end }
  return values.flatMap((value) => {
    const found = locate(value, claim)
    return found !== null && overlaps(found, place) ? [value.side] : []
  })
}

/** The candidates in the events that `isWanted` accepts, judged by pair models that were trained on other events. */
export function contradictionExamples(
  { claims, gold, name }: EventCorpus,
  { pairs, graph }: PairTrees,
  isWanted: (event: string) => boolean,
): LabelledRow[] {
  const weight = reportWeights(claims.filter(({ isMain }) => isMain))
  const events = eventsOf(gold)
  const models = { pairs: forestOf(pairs), graph: forestOf(graph), contradictions: forestOf([]) }
  const differences = gold.facts.flatMap((fact) => fact.differences)
  const rows: LabelledRow[] = []
  const { pairs: likely, judged } = likelyPairs(claims, weight, models)
  const articles = [...new Set(claims.map(({ article }) => article))]
  const places = claims.map(({ article }) => articles.indexOf(article))
  const placeOf = (index: number) => places[index] ?? 0
  // The trees depend on the order of the rows: that of the articles, whatever order they were compared in.
  const inOrder = likely.toSorted(
    (x, y) => placeOf(x.a) - placeOf(y.a) || placeOf(x.b) - placeOf(y.b) || x.a - y.a || x.b - y.b,
  )
  for (const one of inOrder) {
    if (one.probability < minTrainedProbability) continue
    const pair = judged(one)
    const [left, right] = [pair.left.claim, pair.right.claim]
    const event = eventName(name, events, left.article.file)
    if (!isWanted(event)) continue
    const candidates = contradictionCandidates(pair, pair.context.likeness)
    const features = contradictionFeatures(pair, candidates)
    for (const candidate of candidates) {
      const label = differences.some((difference) => {
        const [mine, others] = [sidesAt(left, candidate.left, difference), sidesAt(right, candidate.right, difference)]
        return mine.length > 0 && others.length > 0 && new Set([...mine, ...others]).size > 1
      })
      rows.push({ event, label, values: features(candidate) })
    }
  }
  return rows
}

const innerFolds = 4

/** The candidates of all events of the examples, each judged by models of pairs that did not see its event. */
export function crossContradictions(corpora: readonly EventCorpus[], examples: readonly PairExample[]): LabelledRow[] {
  const folds = foldsOf(
    examples.map(({ event }) => event),
    innerFolds,
  )
  return Array.from({ length: innerFolds }, (_, fold) => {
    const trees = trainPairs(examples.filter(({ event }) => folds.get(event) !== fold))
    return corpora.flatMap((corpus) => contradictionExamples(corpus, trees, (event) => folds.get(event) === fold))
  }).flat()
}
