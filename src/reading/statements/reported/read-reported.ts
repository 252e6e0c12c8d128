import type { ParsedArticle } from '../entities/parsed-article.ts'
import type { ParsedParagraph } from '../parse/parsed-paragraph.ts'
import type { Direction, TokenRange } from './content-candidates.ts'
import { type Boundary, contentFamilies, type FeaturePart } from './contents.ts'
import { cueContextFeatures, cueWordFeatures } from './cue-features.ts'
import { createSink } from './hashed-features.ts'
import { noSource, sourceCandidates, sourceFeatures } from './source-features.ts'
import { type TokenView, tokenView } from './token-view.ts'
import { wordClass } from './word-class.ts'

/** The weights of a model by the places of its features. */
export type WeightTable = Float32Array

/** The three choices that make a reported statement: its cue, its content, its source. */
export interface ReportedModels {
  readonly cue: WeightTable
  readonly content: WeightTable
  readonly source: WeightTable
}

/** A statement as tokens of one paragraph. */
export interface ReportedTokens {
  readonly frame: ParsedParagraph
  /** The paragraph's place among the body paragraphs. */
  readonly index: number
  /** The tokens of its sentence. */
  readonly sentence: TokenRange
  readonly cue: number
  readonly direction: Direction
  readonly content: readonly TokenRange[]
  /** The token that carries the source, or -1. */
  readonly source: number
  /** How probable each of the three choices is, 0 to 1. */
  readonly probability: { readonly cue: number; readonly content: number; readonly source: number }
}

const { colon, group, judgement, noun, other, person, role, speech, verb } = wordClass
const cueClasses = colon | group | judgement | noun | other | person | role | speech | verb
/** Function words that can be the cue of a statement: "according to", "per". */
const cueWords = new Set(['according', 'per'])

/** Whether a token of a class can be a cue. */
export const isCueWord = (tokenClass: number, lower: string): boolean =>
  (tokenClass & cueClasses) !== 0 || cueWords.has(lower)

/** Whether a token of a sentence can be a cue, by itself. */
export const mayBeCue = (view: TokenView, at: number): boolean =>
  isCueWord(view.class(at), view.frame.tokens[at]?.lower ?? '')

/** The sentences of an article as views, without those that are too long to be prose. */
export function* sentenceViews({
  frames,
}: ParsedArticle): Generator<{ readonly index: number; readonly view: TokenView }> {
  for (const [index, frame] of frames.entries()) {
    for (let from = 0; from < Math.min(frame.tokens.length, maxParagraphTokens); ) {
      const to = Math.max(from + 1, frame.sentenceOf(from).to)
      if (to - from <= maxSentenceTokens) yield { index, view: tokenView(frame, from, to) }
      from = to
    }
  }
}

/** Less probable cues are ignored. With 0.2 the figures of `npm run bench -- statements` are the same, and reading takes longer. */
const minCue = 0.3
/** A longer sentence, in tokens, is not prose. */
const maxSentenceTokens = 250
/** Reported speech is read in this many tokens of a paragraph, about 100 pages: a longer paragraph is not prose. */
const maxParagraphTokens = 50_000
/** Of a sentence, the most probable cues are read: two, and one more for each of this many tokens. */
const tokensPerCue = 8

/** Cues whose own words and neighbours score less are ignored. With any value from -5 to -1, the same statements are found. */
const minWordScore = -0.5
/** How many starts and ends of a content are combined: those that are likeliest by themselves. */
const maxBoundaries = 4

/** Finds everything that an article may report as a statement, in reading order. */
export function* readReported(document: ParsedArticle, models: ReportedModels): Generator<ReportedTokens> {
  const cueScore = createScorer(models.cue)
  const contentScore = createScorer(models.content)
  const sourceScore = createScorer(models.source)
  for (const { index, view } of sentenceViews(document)) {
    for (const { at, cue } of probableCues(view, cueScore)) {
      const content = bestContent(view, at, contentScore)
      if (content === null) continue
      const source = bestSource(view, at, content.ranges, sourceScore)
      yield {
        frame: view.frame,
        index,
        sentence: { from: view.from, to: view.to },
        cue: at,
        direction: content.direction,
        content: content.ranges,
        source: source.at,
        probability: { cue, content: content.probability, source: source.probability },
      }
    }
  }
}

interface Cue {
  readonly at: number
  /** Its probability, 0 to 1. */
  readonly cue: number
}

function probableCues(view: TokenView, score: Scorer): readonly Cue[] {
  const cues: Cue[] = []
  for (let at = view.from; at < view.to; at++) {
    if (!mayBeCue(view, at)) continue
    const byWord = score((sink) => cueWordFeatures(view, at, sink))
    if (byWord < minWordScore) continue
    const cue = logistic(byWord + score((sink) => cueContextFeatures(view, at, sink)))
    if (cue >= minCue) cues.push({ at, cue })
  }
  const maxCues = 2 + Math.floor((view.to - view.from) / tokensPerCue)
  if (cues.length <= maxCues) return cues
  return cues
    .sort((a, b) => b.cue - a.cue)
    .slice(0, maxCues)
    .sort((a, b) => a.at - b.at)
}

/** Sums the weights of some features. */
type Scorer = (features: FeaturePart) => number

function createScorer(weights: WeightTable): Scorer {
  const sink = createSink()
  return (features) => {
    sink.count = 0
    features(sink)
    let sum = 0
    for (let at = 0; at < sink.count; at++) sum += weights[sink.places[at] ?? 0] ?? 0
    return sum
  }
}

const logistic = (score: number): number => 1 / (1 + Math.exp(-score))

/** The index of the highest score, and its share of the softmax. */
function choose(scores: readonly number[]): { readonly at: number; readonly probability: number } {
  let at = 0
  for (let index = 1; index < scores.length; index++) if ((scores[index] ?? 0) > (scores[at] ?? 0)) at = index
  const top = scores[at] ?? 0
  return { at, probability: 1 / scores.reduce((sum, score) => sum + Math.exp(score - top), 0) }
}

interface ScoredBoundary {
  readonly boundary: Boundary
  readonly score: number
}

/** The boundaries with the highest scores. */
function bestBoundaries(boundaries: readonly Boundary[], score: Scorer): readonly ScoredBoundary[] {
  const scored = boundaries.map((boundary) => ({ boundary, score: score(boundary.part) }))
  return scored.length <= maxBoundaries ? scored : scored.sort((a, b) => b.score - a.score).slice(0, maxBoundaries)
}

interface ChosenContent {
  readonly direction: Direction
  readonly ranges: readonly TokenRange[]
  readonly probability: number
}

function bestContent(view: TokenView, at: number, score: Scorer): ChosenContent | null {
  const contents: Omit<ChosenContent, 'probability'>[] = []
  const scores: number[] = []
  for (const { direction, part, starts, ends, pair } of contentFamilies(view, at)) {
    if (starts.length === 0 || ends.length === 0) continue
    const own = score(part)
    const bestEnds = bestBoundaries(ends, score)
    for (const start of bestBoundaries(starts, score)) {
      for (const end of bestEnds) {
        const content = pair(start.boundary, end.boundary)
        if (content === null) continue
        contents.push({ direction, ranges: content.ranges })
        scores.push(own + start.score + end.score + score(content.part))
      }
    }
  }
  const chosen = choose(scores)
  const content = contents[chosen.at]
  return content === undefined ? null : { ...content, probability: chosen.probability }
}

function bestSource(view: TokenView, cue: number, content: readonly TokenRange[], score: Scorer) {
  const candidates = sourceCandidates(view, cue, content)
  const chosen = choose(candidates.map((at) => score((sink) => sourceFeatures(view, cue, content, at, sink))))
  return { at: candidates[chosen.at] ?? noSource, probability: chosen.probability }
}
