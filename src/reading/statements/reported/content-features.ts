import type { Direction } from './content-candidates.ts'
import { type FeatureSink, template } from './hashed-features.ts'
import type { TokenView } from './token-view.ts'
import { wordClass } from './word-class.ts'

const { auxiliary, comma, judgement, speech, that, verb } = wordClass
const verbs = verb | auxiliary | speech | judgement
const directions: Readonly<Record<Direction, number>> = { after: 1, before: 2, around: 3, raised: 4 }

const direction = template('content direction')
const directionRoot = template('content direction, root')
const directionKind = template('content direction, kind')
const directionNextWord = template('content direction, next word')
const directionPreviousKind = template('content direction, previous kind')
const directionRootNextKind = template('content direction, root, next kind')
const directionAround = template('content direction, kinds around')
const directionFromEnd = template('content direction, from end')
const directionFromStart = template('content direction, from start')
const distance = template('content distance')
const between = template('content kinds between')
const startWord = template('content start word')
const startRootWord = template('content start, root and word')
const startRootKind = template('content start, root and kind')
const beforeStart = template('content before start')
const beforeStartRoot = template('content before start, root')
const startKinds = template('content start kinds')
const startWords = template('content start words')
const startBeforeKinds = template('content kinds before start')
const skipped = template('content skipped')
const thatLater = template('content that later')
const endIsLast = template('content end is last')
const endNextWord = template('content end, next word')
const endNextWords = template('content end, next words')
const endNextKinds = template('content end, next kinds')
const endRootWord = template('content end, root and word')
const endKindWord = template('content end, kind and word')
const endVerbsLater = template('content end, verbs later')
const endCueLater = template('content end, cue later')
const verbsInside = template('content verbs inside')
const lengthInside = template('content length')
const lengthNextWord = template('content length, next word')
const gapWord = template('content gap word')
const opensSentence = template('content opens sentence')
const raisedStart = template('content raised start')

/** Features of a direction, whatever the content's ends. */
export function directionFeatures(view: TokenView, at: number, where: Direction, sink: FeatureSink): void {
  const side = directions[where]
  const root = view.root(at)
  direction(sink, side)
  directionRoot(sink, side, root)
  directionKind(sink, side, view.kind(at))
  directionNextWord(sink, side, view.word(at + 1))
  directionPreviousKind(sink, side, view.kind(at - 1))
  directionRootNextKind(sink, side, root, view.kind(at + 1))
  directionAround(sink, side, view.kind(at - 1), view.kind(at + 1))
  directionFromEnd(sink, side, Math.min(4, view.to - at))
  directionFromEnd(sink, side, Math.min(4, view.to - at), root)
  directionFromStart(sink, side, Math.min(6, at - view.from))
}

const bucket = (tokens: number): number => (tokens <= 6 ? tokens : tokens <= 10 ? 7 : 8)

function distanceFeatures(view: TokenView, at: number, side: number, tokens: number, sink: FeatureSink): void {
  distance(sink, side, bucket(tokens))
  distance(sink, side, bucket(tokens), view.root(at))
  distance(sink, side, bucket(tokens), view.kind(at), 1)
}

/** Features of the first token of a content after its cue. */
export function startFeatures(view: TokenView, at: number, start: number, side: Direction, sink: FeatureSink): void {
  const root = view.root(at)
  const where = directions[side]
  distanceFeatures(view, at, where, start - at, sink)
  let kinds = 0
  let commas = 0
  let thats = 0
  let verbCount = 0
  for (let token = at + 1; token < start; token++) {
    const own = view.class(token)
    if (token < at + 5) kinds = (Math.imul(kinds, 31) + view.kind(token)) | 0
    if (own === comma) commas++
    if (own === that) thats++
    if ((own & verbs) !== 0) verbCount++
  }
  if (start - at > 5) kinds = (Math.imul(kinds, 31) + view.kind(start - 1)) | 0
  between(sink, where, kinds)
  between(sink, where, kinds, root)
  beforeStart(sink, where, view.word(start - 1))
  beforeStartRoot(sink, where, view.word(start - 1), root)
  beforeStart(sink, where, view.word(start - 1), view.kind(start))
  startWord(sink, where, view.word(start))
  startRootWord(sink, where, root, view.word(start))
  startRootKind(sink, where, root, view.kind(start))
  startKinds(sink, view.kind(start - 1), view.kind(start), view.kind(start + 1))
  startKinds(sink, view.kind(start), view.kind(start + 1))
  startBeforeKinds(sink, start - at > 1 ? view.kind(start - 2) : 0, view.kind(start - 1))
  startWords(sink, view.word(start), view.word(start + 1))
  skipped(sink, Math.min(commas, 2), Math.min(thats, 2), Math.min(verbCount, 2))
  let later = 0
  for (let token = start; token < Math.min(view.to, start + 7); token++) if (view.class(token) === that) later = 1
  thatLater(sink, later, view.kind(at))
  thatLater(sink, later, root, 1)
}

/** Features of the end of a content after its cue. */
export function endFeatures(view: TokenView, at: number, end: number, last: number, sink: FeatureSink): void {
  const root = view.root(at)
  const isLast = end === last ? 1 : 0
  endIsLast(sink, isLast)
  endIsLast(sink, isLast, root)
  endIsLast(sink, isLast, view.kind(at), 1)
  if (isLast === 1) return
  const word = view.word(end)
  endNextWord(sink, word)
  endNextWords(sink, word, view.word(end + 1))
  endNextKinds(sink, view.kind(end), view.kind(end + 1))
  endNextKinds(sink, view.kind(end), view.kind(end + 1), view.kind(end + 2))
  endRootWord(sink, root, word)
  endKindWord(sink, view.kind(end - 1), word)
  let verbCount = 0
  for (let token = end + 1; token < view.to && verbCount < 2; token++)
    if ((view.class(token) & verbs) !== 0) verbCount++
  endVerbsLater(sink, verbCount, word)
  let cue = 0
  for (let token = end; token < Math.min(view.to, end + 6) && cue === 0; token++)
    if (view.class(token) === speech) cue = token - end + 1
  endCueLater(sink, cue, word)
}

/** What the tokens of a stretch are, by its length and the number of its verbs. */
export function insideFeatures(
  view: TokenView,
  at: number,
  {
    start,
    end,
    last,
    verbCount,
  }: { readonly start: number; readonly end: number; readonly last: number; readonly verbCount: number },
  sink: FeatureSink,
): void {
  const length = end - start - 1
  const count = Math.min(verbCount, 2)
  verbsInside(sink, count)
  verbsInside(sink, count, view.root(at))
  const opening = view.class(start - 1) === that ? 1 : view.frame.tokens[start]?.lower === 'to' ? 2 : 0
  verbsInside(sink, count, opening, 1)
  lengthInside(sink, Math.min(8, length >> 1))
  lengthInside(sink, Math.min(5, length >> 2), view.kind(at))
  if (end !== last) lengthNextWord(sink, Math.min(6, Math.floor(length / 3)), view.word(end))
}

/** Features of the end of a content before its cue. */
export function beforeEndFeatures(view: TokenView, at: number, end: number, sink: FeatureSink): void {
  const where = directions.before
  const root = view.root(at)
  distanceFeatures(view, at, where, at - end + 1, sink)
  let kinds = 0
  for (let token = end; token < Math.min(at, end + 4); token++) kinds = (Math.imul(kinds, 31) + view.kind(token)) | 0
  between(sink, where, kinds)
  between(sink, where, kinds, root)
  gapWord(sink, view.word(end), view.kind(end + 1))
  gapWord(sink, view.word(end), root, 1)
}

/** Features of the first token of a content before its cue. */
export function beforeStartFeatures(view: TokenView, at: number, start: number, sink: FeatureSink): void {
  const where = directions.before
  const opens = start === view.from ? 1 : 0
  opensSentence(sink, opens)
  opensSentence(sink, opens, view.root(at))
  startWord(sink, where, view.word(start))
  startKinds(sink, view.kind(start), 0, 0, 1)
  beforeStart(sink, where, opens === 1 ? 0 : view.word(start - 1))
  startBeforeKinds(sink, view.kind(start - 1), view.kind(start), 1)
}

/** Features of a content before its cue by its length in tokens and the number of its verbs. */
export function beforeFeatures(length: number, verbCount: number, sink: FeatureSink): void {
  const where = directions.before
  verbsInside(sink, verbCount, 0, 0, where)
  lengthInside(sink, Math.min(5, Math.floor((length - 1) / 3)), where, 0, 1)
}

/** Features of the gap of a content that continues after its cue. */
export function aroundFeatures(view: TokenView, at: number, end: number, start: number, sink: FeatureSink): void {
  distanceFeatures(view, at, directions.around, start - at, sink)
  gapWord(sink, view.kind(end + 1), view.word(start - 1), 2)
  gapWord(sink, view.root(at), view.word(start - 1), 3)
}

/** Features of a raised subject and the first token after its cue. */
export function raisedFeatures(view: TokenView, at: number, start: number, next: number, sink: FeatureSink): void {
  const root = view.root(at)
  raisedStart(sink, view.kind(start), view.kind(start - 1))
  raisedStart(sink, view.word(start - 1), 0, 1)
  raisedStart(sink, start === view.from ? 1 : 0, 0, 2)
  raisedStart(sink, root, view.word(next), 3)
  raisedStart(sink, view.kind(at - 1), view.kind(at), 4)
  raisedStart(sink, view.word(next), 0, 5)
  raisedStart(sink, next - at, root, 6)
}
