import { type ContentBounds, contentBounds, type Direction, type TokenRange } from './content-candidates.ts'
import {
  aroundFeatures,
  beforeEndFeatures,
  beforeFeatures,
  beforeStartFeatures,
  directionFeatures,
  endFeatures,
  insideFeatures,
  raisedFeatures,
  startFeatures,
} from './content-features.ts'
import type { FeatureSink } from './hashed-features.ts'
import type { TokenView } from './token-view.ts'
import { wordClass } from './word-class.ts'

/** A part of the features of a content. Contents of one cue share parts. */
export type FeaturePart = (sink: FeatureSink) => void

/** A token at which a content can begin or end, with the features of that alone. */
export interface Boundary {
  readonly at: number
  /** Where a raised subject begins; the rest of the content begins at `at`. */
  readonly subject?: number
  readonly part: FeaturePart
}

/** The contents of one direction: every start with every end, as far as they go together. */
export interface ContentFamily {
  readonly direction: Direction
  /** The features of the direction. */
  readonly part: FeaturePart
  readonly starts: readonly Boundary[]
  readonly ends: readonly Boundary[]
  /** The content between two boundaries and the features of both together; null if they do not go together. */
  pair(start: Boundary, end: Boundary): { readonly ranges: readonly TokenRange[]; readonly part: FeaturePart } | null
}

/** Every content that a cue may have, by direction. */
export function contentFamilies(view: TokenView, at: number): readonly ContentFamily[] {
  const bounds = contentBounds(view, at)
  return [after(view, at, bounds), before(view, at, bounds), around(view, at, bounds), raised(view, at, bounds)]
}

const verbs = wordClass.verb | wordClass.auxiliary | wordClass.speech | wordClass.judgement

function countVerbs(view: TokenView, from: number, to: number): number {
  let count = 0
  for (let token = from; token < to && count < 2; token++) if ((view.class(token) & verbs) !== 0) count++
  return count
}

const directionPart =
  (view: TokenView, at: number, direction: Direction): FeaturePart =>
  (sink) =>
    directionFeatures(view, at, direction, sink)

const none: FeaturePart = () => {}

function after(view: TokenView, at: number, { after: bounds, around: { last } }: ContentBounds): ContentFamily {
  return {
    direction: 'after',
    part: directionPart(view, at, 'after'),
    starts: bounds.starts.map((start) => ({
      at: start,
      part: (sink) => startFeatures(view, at, start, 'after', sink),
    })),
    ends: bounds.ends.map((end) => ({ at: end, part: (sink) => endFeatures(view, at, end, last, sink) })),
    pair({ at: start }, { at: end }) {
      if (end <= start) return null
      const verbCount = countVerbs(view, start, end)
      return {
        ranges: [{ from: start, to: end }],
        part: (sink) => insideFeatures(view, at, { start, end, last, verbCount }, sink),
      }
    },
  }
}

function before(view: TokenView, at: number, { before: bounds }: ContentBounds): ContentFamily {
  return {
    direction: 'before',
    part: directionPart(view, at, 'before'),
    starts: bounds.starts.map((from) => ({ at: from, part: (sink) => beforeStartFeatures(view, at, from, sink) })),
    ends: bounds.ends.map((to) => ({ at: to, part: (sink) => beforeEndFeatures(view, at, to, sink) })),
    pair({ at: from }, { at: to }) {
      if (to <= from) return null
      const verbCount = countVerbs(view, from, to)
      return { ranges: [{ from, to }], part: (sink) => beforeFeatures(to - from, verbCount, sink) }
    },
  }
}

function around(view: TokenView, at: number, { around: { first, last, starts, ends } }: ContentBounds): ContentFamily {
  return {
    direction: 'around',
    part: directionPart(view, at, 'around'),
    starts: starts.filter((from) => from < last).map((from) => ({ at: from, part: none })),
    ends: ends.filter((to) => to > first).map((to) => ({ at: to, part: none })),
    pair: ({ at: from }, { at: to }) => ({
      ranges: [
        { from: first, to },
        { from, to: last },
      ],
      part: (sink) => aroundFeatures(view, at, to, from, sink),
    }),
  }
}

/** A raised subject, and the rest of the content from the first or the second token after the cue. */
function raised(view: TokenView, at: number, { raised: bounds, around: { last } }: ContentBounds): ContentFamily {
  const starts = bounds.starts.flatMap((subject) =>
    [at + 1, at + 2].map(
      (next): Boundary => ({ at: next, subject, part: (sink) => raisedFeatures(view, at, subject, next, sink) }),
    ),
  )
  return {
    direction: 'raised',
    part: directionPart(view, at, 'raised'),
    starts,
    ends: bounds.ends.map((end) => ({ at: end, part: (sink) => endFeatures(view, at, end, last, sink) })),
    pair({ at: next, subject = next }, { at: end }) {
      if (end <= next) return null
      const verbCount = countVerbs(view, next, end)
      return {
        ranges: [
          { from: subject, to: bounds.end },
          { from: next, to: end },
        ],
        part: (sink) => insideFeatures(view, at, { start: next, end, last, verbCount }, sink),
      }
    },
  }
}
