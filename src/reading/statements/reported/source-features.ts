import type { TokenRange } from './content-candidates.ts'
import { type FeatureSink, template } from './hashed-features.ts'
import type { TokenView } from './token-view.ts'
import { wordClass } from './word-class.ts'

const { auxiliary, capital, comma, firstName, group, honorific, judgement, noun, number, organisation } = wordClass
const { other, person, preposition, pronoun, relative, role, speech, verb, determiner } = wordClass
const verbs = verb | auxiliary | speech | judgement
const nouns = noun | other | role | pronoun | firstName | capital | organisation | person | group
const heads = nouns | honorific | number | relative | determiner | verb | speech | judgement
const names = firstName | capital | organisation | honorific | role | pronoun

const none = template('source none')
const place = template('source place')
const placeKind = template('source place, kind')
const placeRoot = template('source place, root')
const ownKind = template('source kind')
const ownWord = template('source word')
const sideRoot = template('source side, root')
const sideKind = template('source side, cue kind')
const path = template('source path')
const pathCounts = template('source path counts')
const afterSource = template('source next')
const beforeSource = template('source before')
const aroundSource = template('source around')
const phraseStart = template('source phrase start')
const phraseLength = template('source phrase length')
const beforePhrase = template('source before phrase')
const order = template('source order')
const cueNext = template('source, word after cue')

export const noSource = -1

/** Tokens that can carry the source of a statement: outside its content, the last word of a name. */
export function sourceCandidates(view: TokenView, cue: number, content: readonly TokenRange[]): readonly number[] {
  const isInside = (at: number): boolean => content.some(({ from, to }) => at >= from && at < to)
  const found = [noSource]
  for (let at = view.from; at < view.to; at++) {
    if (at === cue || isInside(at) || (view.class(at) & heads) === 0) continue
    if (view.capital(at) && view.capital(at + 1) && !isInside(at + 1)) continue
    found.push(at)
  }
  return found
}

const bucket = (tokens: number): number => (tokens <= 6 ? tokens : tokens <= 10 ? 7 : tokens <= 18 ? 8 : 9)

/** Features of a token as the source of the statement that a cue and a content make; -1 is no source in the sentence. */
export function sourceFeatures(
  view: TokenView,
  cue: number,
  content: readonly TokenRange[],
  at: number,
  sink: FeatureSink,
): void {
  const root = view.root(cue)
  const first = content[0]
  const contentSide = content.length > 1 ? 3 : first !== undefined && first.from > cue ? 1 : 2
  if (at === noSource) {
    noSourceFeatures(view, cue, content, contentSide, sink)
    return
  }
  const side = at < cue ? 1 : 2
  const tokens = Math.abs(at - cue)
  const kind = view.kind(at)
  place(sink, side, bucket(tokens))
  placeKind(sink, side, bucket(tokens), kind)
  place(sink, side, bucket(tokens), contentSide, 1)
  placeRoot(sink, side, bucket(tokens), root)
  ownKind(sink, kind)
  ownKind(sink, kind, root)
  ownKind(sink, kind, side, contentSide)
  sideRoot(sink, side, root)
  sideKind(sink, side, contentSide, view.kind(cue))
  ownWord(sink, view.word(at))
  pathFeatures(view, cue, at, side, sink)
  afterSource(sink, view.kind(at + 1))
  afterSource(sink, view.word(at + 1), side, 1)
  afterSource(sink, view.kind(at + 1), view.kind(at + 2), side, 2)
  beforeSource(sink, view.word(at - 1))
  beforeSource(sink, view.kind(at - 1), 1)
  aroundSource(sink, view.kind(at - 1), view.kind(at + 1), side)
  let start = at
  while (start > view.from && view.capital(start) && view.capital(start - 1)) start--
  phraseStart(sink, start === view.from ? 1 : 0, side)
  phraseStart(sink, Math.min(6, at - view.from), 0, 1)
  phraseLength(sink, Math.min(3, at - start), kind)
  beforePhrase(sink, view.kind(start - 1), side)
  beforePhrase(sink, view.word(start - 1), side, 1)
  beforePhrase(sink, view.word(start - 1), root, side, 2)
  order(sink, at < (first?.from ?? 0) ? 1 : 0, side, contentSide)
  cueNext(sink, view.word(cue + 1), side, bucket(tokens))
}

function pathFeatures(view: TokenView, cue: number, at: number, side: number, sink: FeatureSink): void {
  const kind = view.kind(at)
  const [low, high] = at < cue ? [at + 1, cue] : [cue + 1, at]
  let kinds = 0
  let commas = 0
  let verbCount = 0
  let nounCount = 0
  let prepositions = 0
  let relatives = 0
  for (let token = low; token < high; token++) {
    const own = view.class(token)
    kinds = (Math.imul(kinds, 31) + view.kind(token)) | 0
    if (own === comma) commas++
    if ((own & verbs) !== 0) verbCount++
    if ((own & nouns) !== 0) nounCount++
    if (own === preposition) prepositions++
    if (own === relative) relatives++
  }
  if (high - low < 6) {
    path(sink, side, kinds)
    path(sink, side, kinds, kind)
  }
  const [v, n] = [Math.min(verbCount, 2), Math.min(nounCount, 3)]
  pathCounts(sink, side, Math.min(commas, 3), 0, 1)
  pathCounts(sink, side, v, 0, 2)
  pathCounts(sink, side, n, 0, 3)
  pathCounts(sink, side, Math.min(prepositions, 2), 0, 4)
  const mixed = Math.min(commas, 2) + 3 * v + 9 * Math.min(n, 2) + 27 * Math.min(prepositions, 2)
  pathCounts(sink, side, mixed, 0, 5)
  pathCounts(sink, side, Math.min(relatives, 2), v, 6)
  pathCounts(sink, side, mixed % 27, view.class(at), 7)
}

function noSourceFeatures(
  view: TokenView,
  cue: number,
  content: readonly TokenRange[],
  contentSide: number,
  sink: FeatureSink,
): void {
  const isInside = (token: number): boolean => content.some(({ from, to }) => token >= from && token < to)
  let count = 0
  for (let token = view.from; token < cue && count < 2; token++)
    if ((view.class(token) & names) !== 0 && !isInside(token)) count++
  none(sink)
  none(sink, view.root(cue))
  none(sink, view.kind(cue - 1), 1)
  none(sink, contentSide, 2)
  none(sink, Math.min(5, cue - view.from), 3)
  none(sink, view.kind(cue), contentSide, 4)
  none(sink, count, 5)
}
