import { type FeatureSink, template } from './hashed-features.ts'
import type { TokenView } from './token-view.ts'
import { wordClass } from './word-class.ts'

const { adverb, auxiliary, capital, firstName, group, honorific, organisation, person, pronoun, quote, role } =
  wordClass
const { judgement, speech, that, verb } = wordClass
const verbs = verb | auxiliary | speech | judgement
const sources = firstName | capital | organisation | honorific | role | pronoun | person | group

const bias = template('cue bias')
const ownWord = template('cue word')
const ownRoot = template('cue root')
const ownKind = template('cue kind')
const ownCapital = template('cue capital')
const nearWord = template('cue near word')
const nearKind = template('cue near kind')
const rootNextWord = template('cue root, next word')
const rootPreviousWord = template('cue root, previous word')
const rootNextKind = template('cue root, next kind')
const rootPreviousKind = template('cue root, previous kind')
const kindBetween = template('cue kind between')
const kindsBefore = template('cue kinds before')
const kindsAfter = template('cue kinds after')
const rootTwoWordsAfter = template('cue root, two words after')
const rootTwoWordsBefore = template('cue root, two words before')
const rootTwoKindsAfter = template('cue root, two kinds after')
const kindNextWord = template('cue kind, next word')
const kindPreviousWord = template('cue kind, previous word')
const subjectKind = template('cue subject kind')
const subjectWord = template('cue subject word')
const thatAhead = template('cue that ahead')
const quoteAhead = template('cue quote ahead')
const verbsAhead = template('cue verbs ahead')
const sentenceHasQuote = template('cue sentence has quote')
const auxiliaries = template('cue auxiliaries')
const fromStart = template('cue from start')
const fromEnd = template('cue from end')
const sourceBefore = template('cue source before')
const lengthAfter = template('cue length after')

const windowAhead = 12
const maxThatDistance = 7
const nearSource = 8

/** Features of a token as the cue of a statement by the word itself and the words beside it. */
export function cueWordFeatures(view: TokenView, at: number, sink: FeatureSink): void {
  const root = view.root(at)
  const kind = view.kind(at)
  bias(sink)
  ownWord(sink, view.word(at))
  ownRoot(sink, root)
  ownKind(sink, kind)
  ownCapital(sink, view.capital(at) ? 1 : 0)
  for (const offset of [-1, 1]) {
    nearWord(sink, offset, view.word(at + offset))
    nearKind(sink, offset, view.kind(at + offset))
  }
  rootNextWord(sink, root, view.word(at + 1))
  rootNextKind(sink, root, view.kind(at + 1))
  rootPreviousKind(sink, root, view.kind(at - 1))
  kindBetween(sink, kind, view.kind(at - 1), view.kind(at + 1))
}

/** The other features of a token as a cue: the words further away, its subject, and what follows it. */
export function cueContextFeatures(view: TokenView, at: number, sink: FeatureSink): void {
  const { from, to } = view
  const root = view.root(at)
  const kind = view.kind(at)
  for (const offset of [-3, -2, 2, 3]) {
    nearWord(sink, offset, view.word(at + offset))
    nearKind(sink, offset, view.kind(at + offset))
  }
  rootPreviousWord(sink, root, view.word(at - 1))
  kindsBefore(sink, kind, view.kind(at - 2), view.kind(at - 1))
  kindsAfter(sink, kind, view.kind(at + 1), view.kind(at + 2))
  rootTwoWordsAfter(sink, root, view.word(at + 1), view.word(at + 2))
  rootTwoWordsBefore(sink, root, view.word(at - 2), view.word(at - 1))
  rootTwoKindsAfter(sink, root, view.kind(at + 1), view.kind(at + 2))
  kindNextWord(sink, kind, view.word(at + 1))
  kindPreviousWord(sink, kind, view.word(at - 1))
  subject(view, at, sink)
  ahead(view, at, sink)
  fromStart(sink, Math.min(at - from, 6))
  fromEnd(sink, Math.min(to - at, 6))
  fromEnd(sink, Math.min(to - at, 4), root)
  lengthAfter(sink, Math.min(5, Math.floor((to - at) / 4)), root)
}

/** The word before the verb group, and the auxiliaries of the group: "will not say". */
function subject(view: TokenView, at: number, sink: FeatureSink): void {
  const { from } = view
  const root = view.root(at)
  const kind = view.kind(at)
  let before = at - 1
  let group = 0
  while (before >= from && (view.class(before) & (adverb | auxiliary)) !== 0) {
    if ((view.class(before) & auxiliary) !== 0) group = (Math.imul(group, 31) + view.word(before)) | 0
    before--
  }
  subjectKind(sink, view.kind(before))
  subjectKind(sink, view.kind(before), root)
  subjectKind(sink, view.kind(before), kind, 1)
  subjectWord(sink, view.word(before))
  auxiliaries(sink, group)
  auxiliaries(sink, group, root)
  auxiliaries(sink, group, kind, 1)
  let distance = 0
  for (let source = at - 1; source >= from && distance === 0; source--)
    if ((view.class(source) & sources) !== 0) distance = at - source <= nearSource ? 2 : 1
  sourceBefore(sink, distance)
  sourceBefore(sink, distance, kind)
}

function ahead(view: TokenView, at: number, sink: FeatureSink): void {
  const { from, to } = view
  const root = view.root(at)
  let hasThat = 0
  let hasQuote = 0
  let count = 0
  for (let next = at + 1; next < Math.min(to, at + windowAhead); next++) {
    const own = view.class(next)
    if (own === that && next - at <= maxThatDistance) hasThat = 1
    if (own === quote) hasQuote = 1
    if ((own & verbs) !== 0) count++
  }
  let anywhere = 0
  for (let token = from; token < to && anywhere === 0; token++) if (view.class(token) === quote) anywhere = 1
  thatAhead(sink, hasThat, view.kind(at))
  thatAhead(sink, hasThat, root, 1)
  quoteAhead(sink, hasQuote)
  quoteAhead(sink, hasQuote, root)
  verbsAhead(sink, Math.min(count, 3))
  verbsAhead(sink, Math.min(count, 3), root)
  sentenceHasQuote(sink, anywhere)
  sentenceHasQuote(sink, anywhere, root)
}
