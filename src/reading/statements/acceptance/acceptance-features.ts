import { groupBy } from '../../../resources/group-by.ts'
import { cueStrength } from '../lexicon/speech-verbs.ts'
import type { Quotation } from '../spans/quotation.ts'
import { covers, overlapOf, sizeOf } from './overlap.ts'
import type { ReportedCandidate } from './reported-candidate.ts'

/** The names of the features, in the order of their values. The trained trees are for these. */
export const acceptanceNames = [
  'cue',
  'content',
  'source',
  'speaker',
  'product',
  'least',
  'is name',
  'is pronoun',
  'is role',
  'is other words',
  'has no source',
  'is quotation speaker',
  'has speaker',
  'is after cue',
  'is before cue',
  'is around cue',
  'is raised',
  'length',
  'inside another',
  'holds another',
  'overlaps another',
  'touches quotation',
  'quotations',
  'statements of speaker',
  'quotations of speaker',
  'sentence length',
  'cue position',
  'share of sentence',
  'source is capitalised',
  'ends sentence',
  'that follows',
  'to precedes',
  'cue is participle',
  'cue is past',
  'cue is verb of speech',
  'source distance',
  'source ends at cue',
  'source begins sentence',
  'comma before cue',
] as const

/** The product of the probabilities of a candidate's parts. */
export const productOf = ({ tokens: { probability }, speakerProbability }: ReportedCandidate): number =>
  probability.cue * probability.content * probability.source * speakerProbability

const logOdds = (probability: number): number => Math.log((probability + 1e-6) / (1 - probability + 1e-6))
const flag = (is: boolean): number => (is ? 1 : 0)

/** How often each speaker speaks in an article: in quotations, and in reports by the probability of their cues. */
interface SpeakerCounts {
  readonly statements: ReadonlyMap<string, number>
  readonly quotations: ReadonlyMap<string, number>
}

function countSpeakers(candidates: readonly ReportedCandidate[], quotations: readonly Quotation[]): SpeakerCounts {
  const quoted = new Map<string, number>()
  const utterances = new Map(quotations.map((quotation) => [quotation.group, quotation]))
  for (const { speaker } of utterances.values())
    if (speaker !== null) quoted.set(speaker, (quoted.get(speaker) ?? 0) + 1)
  const all = new Map(quoted)
  for (const { speaker, tokens } of candidates)
    if (speaker !== null) all.set(speaker, (all.get(speaker) ?? 0) + tokens.probability.cue)
  return { statements: all, quotations: quoted }
}

/** The candidates of each sentence of the article. */
export const bySentence = (candidates: readonly ReportedCandidate[]): Iterable<readonly ReportedCandidate[]> =>
  groupBy(candidates, ({ tokens: { index, sentence } }) => `${index}:${sentence.from}`).values()

/** The features of every candidate of an article, by which the trained trees tell statements from other sentences. */
export function acceptanceFeatures(
  candidates: readonly ReportedCandidate[],
  quotations: readonly Quotation[],
): ReadonlyMap<ReportedCandidate, Float64Array> {
  const counts = countSpeakers(candidates, quotations)
  const features = new Map<ReportedCandidate, Float64Array>()
  for (const sentence of bySentence(candidates))
    for (const candidate of sentence) features.set(candidate, featuresOf(candidate, sentence, counts))
  return features
}

function featuresOf(
  candidate: ReportedCandidate,
  sentence: readonly ReportedCandidate[],
  counts: SpeakerCounts,
): Float64Array {
  const { tokens, sourceKind, speaker, speakerProbability, quotations } = candidate
  const { cue, content, source, direction, probability, frame } = tokens
  const { from, to } = tokens.sentence
  let [inside, holds, overlaps] = [0, 0, 0]
  for (const other of sentence) {
    if (other === candidate) continue
    const theirs = other.tokens
    if (covers(theirs.content, cue)) inside = Math.max(inside, theirs.probability.cue)
    if (covers(content, theirs.cue)) holds = Math.max(holds, theirs.probability.cue)
    if (overlapOf(content, theirs.content) >= 0.5) overlaps = Math.max(overlaps, productOf(other))
  }
  const length = sizeOf(content)
  const word = frame.tokens[cue]?.lower ?? ''
  const end = content.at(-1)?.to ?? 0
  return Float64Array.of(
    logOdds(probability.cue),
    logOdds(probability.content),
    logOdds(probability.source),
    speakerProbability,
    productOf(candidate),
    Math.min(probability.cue, probability.content, probability.source),
    flag(sourceKind === 'name'),
    flag(sourceKind === 'pronoun'),
    flag(sourceKind === 'nominal'),
    flag(sourceKind === 'words'),
    flag(sourceKind === 'none'),
    flag(sourceKind === 'quotation'),
    flag(speaker !== null),
    flag(direction === 'after'),
    flag(direction === 'before'),
    flag(direction === 'around'),
    flag(direction === 'raised'),
    length,
    inside,
    holds,
    overlaps,
    flag(content.some((range) => frame.tokens.slice(range.from, range.to).some(({ kind }) => kind === 'quote'))),
    quotations.length,
    speaker === null ? -1 : (counts.statements.get(speaker) ?? 0),
    speaker === null ? -1 : (counts.quotations.get(speaker) ?? 0),
    to - from,
    cue - from,
    length / (to - from),
    flag(frame.tokens[source]?.capital === true),
    flag(end >= to - 1),
    flag(frame.tokens[cue + 1]?.lower === 'that'),
    flag(frame.tokens[cue - 1]?.lower === 'to'),
    flag(word.endsWith('ing')),
    flag(word.endsWith('ed') || word === 'said'),
    flag(cueStrength(word) === 'speech'),
    source < 0 ? -1 : Math.min(20, Math.abs(source - cue)),
    flag(source >= 0 && (candidate.sourceMention?.to ?? source + 1) === cue),
    flag(source >= 0 && (candidate.sourceMention?.from ?? source) === from),
    flag(frame.tokens[cue - 1]?.text === ','),
  )
}
