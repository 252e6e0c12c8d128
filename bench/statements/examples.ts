import type { ParsedArticle } from '../../src/reading/statements/entities/parsed-article.ts'
import { readParsedArticle } from '../../src/reading/statements/entities/parsed-article.ts'
import type { Token } from '../../src/reading/statements/parse/tokenize.ts'
import type { TokenRange } from '../../src/reading/statements/reported/content-candidates.ts'
import { contentFamilies, type FeaturePart } from '../../src/reading/statements/reported/contents.ts'
import { cueContextFeatures, cueWordFeatures } from '../../src/reading/statements/reported/cue-features.ts'
import { createSink } from '../../src/reading/statements/reported/hashed-features.ts'
import { isCueWord, mayBeCue, sentenceViews } from '../../src/reading/statements/reported/read-reported.ts'
import { noSource, sourceCandidates, sourceFeatures } from '../../src/reading/statements/reported/source-features.ts'
import type { TokenView } from '../../src/reading/statements/reported/token-view.ts'
import { classOf, wordClass } from '../../src/reading/statements/reported/word-class.ts'
import { articleOf } from '../quotations/gold.ts'
import type { Attribution, GoldDocument } from './gold.ts'

/** Candidates by their features, parts shared between candidates, and the right one. */
export interface Choice {
  readonly parts: readonly Int32Array[]
  /** The parts of each candidate. */
  readonly candidates: readonly (readonly number[])[]
  readonly right: number
}

export interface Yes {
  readonly features: Int32Array
  readonly yes: boolean
}

export interface Examples {
  readonly cues: readonly Yes[]
  readonly contents: readonly Choice[]
  readonly sources: readonly Choice[]
}

/** How often a word is a cue, as a share of the cue's words, and how often the texts have it. */
export type CueCounts = ReadonlyMap<string, { readonly cue: number; readonly all: number }>

/** An annotated document with its tokens. */
export interface Annotated {
  readonly gold: GoldDocument
  readonly document: ParsedArticle
}

export const annotate = (gold: GoldDocument): Annotated => ({ gold, document: readParsedArticle(articleOf(gold)) })

/** A stretch of tokens of one paragraph. */
interface Placed {
  readonly index: number
  readonly at: readonly number[]
}

/** The tokens inside stretches of the text, by paragraph. */
function place({ document }: Annotated, stretches: readonly (readonly [number, number])[]): readonly Placed[] {
  return stretches.flatMap(([start, end]) =>
    document.frames.flatMap(({ paragraph, tokens }, index) => {
      const [offset, last] = [paragraph.fileStart ?? 0, paragraph.fileEnd ?? 0]
      if (end <= offset || start >= last) return []
      const at = tokens.flatMap((token, place) => {
        const [from, to] = [token.start + offset, token.end + offset]
        const shared = Math.min(to, end) - Math.max(from, start)
        return shared > (to - from) / 2 ? [place] : []
      })
      return at.length > 0 ? [{ index, at }] : []
    }),
  )
}

const isCue = (token: Token): boolean => isCueWord(classOf(token), token.lower)

export function countCues(annotated: readonly Annotated[]): CueCounts {
  const counts = new Map<string, { cue: number; all: number }>()
  const of = (word: string) => {
    const found = counts.get(word) ?? { cue: 0, all: 0 }
    counts.set(word, found)
    return found
  }
  for (const one of annotated) {
    for (const { tokens } of one.document.frames) for (const { lower } of tokens) of(lower).all++
    for (const { cue } of one.gold.attributions) {
      const tokens = place(one, cue).flatMap(({ index, at }) =>
        at.map((token) => one.document.frames[index]?.tokens[token]),
      )
      const words = tokens.flatMap((token) => (token !== undefined && isCue(token) ? [token.lower] : []))
      for (const word of words) of(word).cue += 1 / words.length
    }
  }
  return counts
}

const key = (index: number, at: number): string => `${index}:${at}`

/** The token of a cue that is a cue most often: the "said" of "has said in a statement". */
function headOf(one: Annotated, { cue }: Attribution, counts: CueCounts): { index: number; at: number } | null {
  let best = null
  let top = 0
  for (const { index, at } of place(one, cue)) {
    for (const token of at) {
      const found = one.document.frames[index]?.tokens[token]
      if (found === undefined || !isCue(found)) continue
      const { cue: own, all } = counts.get(found.lower) ?? { cue: 0, all: 0 }
      const score = (own + 0.05) / (all + 2)
      if (score > top) [best, top] = [{ index, at: token }, score]
    }
  }
  return best
}

const sink = createSink()

function collect(part: FeaturePart): Int32Array {
  sink.count = 0
  part(sink)
  return sink.places.slice(0, sink.count)
}

/** The words of some ranges as one text, to compare two contents. */
function wordsIn(view: TokenView, ranges: readonly TokenRange[]): string {
  const marks =
    wordClass.comma | wordClass.stop | wordClass.dash | wordClass.colon | wordClass.mark | wordClass.possessive
  return ranges
    .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index))
    .filter((at) => (view.class(at) & marks) === 0)
    .join(' ')
}

/** The training examples of a document. Cues and sources that no candidate covers are left out. */
export function examplesOf(one: Annotated, counts: CueCounts): Examples {
  const heads = new Map<string, Attribution[]>()
  for (const attribution of one.gold.attributions) {
    const head = headOf(one, attribution, counts)
    if (head === null) continue
    const at = key(head.index, head.at)
    heads.set(at, [...(heads.get(at) ?? []), attribution])
  }
  const cues: Yes[] = []
  const contents: Choice[] = []
  const sources: Choice[] = []
  for (const { index, view } of sentenceViews(one.document)) {
    for (let at = view.from; at < view.to; at++) {
      if (!mayBeCue(view, at)) continue
      const own = heads.get(key(index, at)) ?? []
      const features = collect((sink) => {
        cueWordFeatures(view, at, sink)
        cueContextFeatures(view, at, sink)
      })
      cues.push({ features, yes: own.length > 0 })
      for (const attribution of own) {
        const ranges = rangesOf(one, attribution, index, view)
        if (ranges === null) continue
        const content = contentChoice(view, at, ranges)
        if (content !== null) contents.push(content)
        const source = sourceChoice(one, view, at, ranges, { attribution, index })
        if (source !== null) sources.push(source)
      }
    }
  }
  return { cues, contents, sources }
}

function rangesOf(
  one: Annotated,
  { content }: Attribution,
  index: number,
  view: TokenView,
): readonly TokenRange[] | null {
  const placed = place(one, content)
  if (placed.length === 0 || placed.some((part) => part.index !== index)) return null
  const ranges = placed.map(({ at }) => ({ from: at[0] ?? 0, to: (at.at(-1) ?? 0) + 1 }))
  return ranges.every(({ from, to }) => from >= view.from && to <= view.to) ? ranges : null
}

function contentChoice(view: TokenView, at: number, gold: readonly TokenRange[]): Choice | null {
  const wanted = wordsIn(view, gold)
  const places = new Map<FeaturePart, number>()
  const parts: Int32Array[] = []
  const placeOf = (part: FeaturePart): number => {
    const found = places.get(part)
    if (found !== undefined) return found
    places.set(part, parts.length)
    parts.push(collect(part))
    return parts.length - 1
  }
  const candidates: number[][] = []
  let right = -1
  for (const { part, starts, ends, pair } of contentFamilies(view, at)) {
    for (const start of starts) {
      for (const end of ends) {
        const content = pair(start, end)
        if (content === null) continue
        if (right < 0 && wordsIn(view, content.ranges) === wanted) right = candidates.length
        candidates.push([part, start.part, end.part, content.part].map(placeOf))
      }
    }
  }
  return right < 0 ? null : { parts, candidates, right }
}

function sourceChoice(
  one: Annotated,
  view: TokenView,
  cue: number,
  content: readonly TokenRange[],
  { attribution, index }: { readonly attribution: Attribution; readonly index: number },
): Choice | null {
  const candidates = sourceCandidates(view, cue, content)
  const right = candidates.indexOf(sourceHead(one, view, index, attribution))
  if (right < 0) return null
  const parts = candidates.map((at) => collect((sink) => sourceFeatures(view, cue, content, at, sink)))
  return { parts, candidates: parts.map((_, part) => [part]), right }
}

/** The token that carries a source: the speaker's last name, a pronoun, or the last word of a role. */
function sourceHead(
  one: Annotated,
  view: TokenView,
  index: number,
  { source, speakerHead, speakerType }: Attribution,
): number {
  const here = place(one, source).find((part) => part.index === index)
  const tokens = (here?.at ?? []).filter(
    (at) => at >= view.from && at < view.to && view.frame.tokens[at]?.kind === 'word',
  )
  if (tokens.length === 0) return noSource
  const head = (speakerHead ?? '').toLowerCase().split(/\s+/).at(-1)
  const named = tokens.findLast((at) => view.frame.tokens[at]?.lower === head)
  if (named !== undefined) return named
  const pronoun = tokens.find((at) => view.class(at) === wordClass.pronoun)
  if (speakerType === 'pronoun' && pronoun !== undefined) return pronoun
  let capital = tokens.find((at) => view.capital(at))
  if (capital === undefined) return tokens.at(-1) ?? noSource
  while (tokens.includes(capital + 1) && view.capital(capital + 1)) capital++
  return capital
}
