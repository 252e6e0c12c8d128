import { overlaps, type Range } from '../../../language/text/range.ts'
import { normalise } from '../../../language/tokens/normalise.ts'
import type { Generation } from '../../../library/generation/generation.ts'
import { type DatedSentence, datedSentence, isSameSentence } from '../../../reading/alignment/same-sentence.ts'
import { isContradiction } from '../../../reading/facts/differences/difference.ts'
import { oncePerObject } from '../../../resources/once-per-key.ts'
import { maxAskItems, maxNearest } from '../../answer/answer.ts'
import { cite, toSnippet } from '../../answer/citation.ts'
import type { SentenceItem } from '../../answer/item.ts'
import type { Question } from '../question/parse-question.ts'
import type { Ranked } from '../rank/rank.ts'
import { statesReason } from '../rank/spans/reason-cues.ts'
import { askedSpans } from './asked-spans.ts'
import { disagreements } from './disagreements.ts'
import { reportedFacts } from './reported-facts.ts'
import { hasWholeQuotations, snippetRange, withWholeQuotations } from './snippet-range.ts'

/** How many of the best sentences are searched for further items and copies. */
const maxConsidered = 16

interface Group {
  readonly first: Ranked
  readonly range: Range
  readonly wording: DatedSentence
  readonly copies: Ranked[]
}

/** How many sentences after a candidate may give the reason for what it says. */
const maxReasonAfter = 2

/** How many sentences after a candidate are shown because they may give the reason asked for. */
function reasonAfter({ type }: Question, { view, paragraph, sentence, at }: Ranked): number {
  if (type !== 'reason' || statesReason(sentence.text)) return 0
  const after = paragraph.sentences.slice(at + 1, at + 1 + maxReasonAfter)
  const stated = after.findIndex(({ text }) => statesReason(text))
  if (stated >= 0) return stated + 1
  return view.spans.length === 0 ? after.length : 0
}

/** What is shown of a sentence next to other items. The sentence that it depends on is not shown again. */
function rangeBeside(groups: readonly Group[], question: Question, candidate: Ranked): Range {
  const range = snippetRange(candidate, reasonAfter(question, candidate))
  const { passage, sentence, paragraph } = candidate
  const again = groups.some((shown) => shown.first.passage === passage && overlaps(shown.range, range))
  return again ? withWholeQuotations(paragraph.sentences, passage.paragraph.text, sentence) : range
}

/** Whether a sentence makes the same claim as an earlier one. */
type SameClaim = (earlier: Group, candidate: Ranked, wording: DatedSentence) => boolean

const hasSameWords: SameClaim = (earlier, _, wording) => isSameSentence(earlier.wording, wording)

/** Groups of sentences that make the same claim, by their first one; at most `most`. */
function groupsOf(question: Question, ranked: readonly Ranked[], most: number, isSame: SameClaim): readonly Group[] {
  const groups: Group[] = []
  for (const candidate of ranked.slice(0, maxConsidered)) {
    const { passage, sentence } = candidate
    const within = groups.some(
      ({ first, range }) => first.passage === passage && range.start <= sentence.start && sentence.end <= range.end,
    )
    if (within) continue
    const wording = datedSentence(sentence, passage.article.date)
    const group = groups.find((earlier) => isSame(earlier, candidate, wording))
    if (group) group.copies.push(candidate)
    else if (groups.length < most) {
      const range = rangeBeside(groups, question, candidate)
      // A quotation that continues in the next paragraph cannot be shown as a whole. It is shown only if there is nothing better.
      const isCut = !hasWholeQuotations(passage.paragraph.text.slice(range.start, range.end))
      if (groups.length > 0 && isCut) continue
      if (!groups.some((shown) => shown.first.passage === passage && overlaps(shown.range, range)))
        groups.push({ first: candidate, range, wording, copies: [] })
    }
  }
  return groups
}

const copiesOf = (generation: Generation, { copies }: Group) =>
  copies.map(({ passage, sentence }) => cite(generation, passage, sentence))

/**
 * The sentences that answer a question, best first, with what it asks for highlighted. A sentence that makes the same claim as an earlier
 * one becomes a further citation of it, and so does one that reports the same fact with the same answer.
 */
export function answerItems(generation: Generation, question: Question, ranked: readonly Ranked[]): SentenceItem[] {
  const spans = oncePerObject((one: Ranked) => askedSpans(question, one))
  // A stored generation reads its facts at first use, which takes long: not for a sentence without what the question asks for.
  const facts = (one: Ranked) => (spans(one).length === 0 ? [] : reportedFacts(generation, one))
  const answerOf = (one: Ranked) =>
    spans(one).map(({ start, end }) => normalise(one.passage.paragraph.text.slice(start, end)))
  const hasSameAnswer: SameClaim = ({ first }, candidate) => {
    const [own, other] = [answerOf(first), answerOf(candidate)]
    if (own.length === 0 || own.join('\n') !== other.join('\n')) return false
    const shared = facts(candidate)
    return facts(first).some((fact) => shared.includes(fact) && !fact.differences.some(isContradiction))
  }
  const isSame: SameClaim = (...args) => hasSameWords(...args) || hasSameAnswer(...args)
  return groupsOf(question, ranked, maxAskItems, isSame).map((group) => {
    const { first, range } = group
    const asked = spans(first)
    return {
      kind: 'sentence',
      snippet: toSnippet(generation, first.passage, range, asked),
      alsoIn: copiesOf(generation, group),
      differences: disagreements(generation, { type: question.type, ranked: first, asked, facts: facts(first) }),
    }
  })
}

/** The sentences that come closest to a question without answering it. */
export function nearestItems(generation: Generation, question: Question, ranked: readonly Ranked[]): SentenceItem[] {
  return groupsOf(question, ranked, maxNearest, hasSameWords).map((group) => ({
    kind: 'sentence',
    snippet: toSnippet(generation, group.first.passage, group.range, []),
    alsoIn: copiesOf(generation, group),
    differences: [],
  }))
}
