import type { Sentence } from '../../../../language/analysis/sentence.ts'
import { matchedShare, matchSentence } from '../../retrieve/term-match.ts'
import type { FeatureInput } from './feature-input.ts'
import { isName, matchedWeight } from './term-coverage.ts'

const question = /\?["'\u201d\u2019*_)]*\s*$/

/** Whether a sentence of an article asks something. */
export function asks({ text }: Pick<Sentence, 'text'>): boolean {
  return question.test(text)
}

/** The sentence before a candidate: in its paragraph, or the last one of the paragraph before in the same article. */
function sentenceBefore({ candidate: { paragraph, at, passage }, generation }: FeatureInput): Sentence | undefined {
  if (at > 0) return paragraph.sentences[at - 1]
  const before = generation.passages[passage.key - 1]
  return before?.article === passage.article ? generation.sentences(before.key).at(-1) : undefined
}

/** The share of the question's weight in the sentence before, if that asks something: interviews and lists of questions answer so. */
export function answersQuestion(view: FeatureInput): number {
  const before = sentenceBefore(view)
  if (before === undefined || !asks(before)) return 0
  return matchedShare(view.question, matchSentence(view.question, before).held)
}

/** The coverage of the question's names in the article's title and first three paragraphs; -1 if the question has none. */
export function namesInLead(view: FeatureInput): number {
  return view.question.terms.some((term) => term.isName) ? matchedWeight(view, view.leadHeld(), isName(view)) : -1
}

const afterName = /^(?:['\u2019]s)?,?\s+(?:who|which|a|an|the|whose|is|was)\b|^,\s/u
const roleBefore = /(?:^|[\s(,])\p{Ll}[\p{Ll}-]+\s*,?\s*(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s+)?$/u

/** Whether a sentence says who or what the question's name is: "Kari Lund, a pilot", "the pilot Kari Lund", "Lund is a pilot". */
export function defines({ question: asked, candidate: { sentence, match } }: FeatureInput): number {
  if (asked.type !== 'definition') return 0
  const places = match.matched.filter((one) => asked.terms[one.asked]?.isName)
  const last = places.at(-1)
  const first = places[0]
  const [end, start] = [sentence.terms[last?.at ?? -1]?.end, sentence.terms[first?.at ?? -1]?.start]
  if (start === undefined || end === undefined) return 0
  const after = afterName.test(sentence.text.slice(end)) ? 1 : 0
  const before = roleBefore.test(sentence.text.slice(Math.max(0, start - 40), start)) ? 1 : 0
  return Math.max(after, before)
}
