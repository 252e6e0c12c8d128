import { asSentence } from '../../language/analysis/sentence.ts'
import { normalise } from '../../language/tokens/normalise.ts'
import { stem } from '../../language/tokens/terms.ts'
import { words } from '../../language/tokens/words.ts'
import { forceOf } from '../../reading/alignment/claim-force.ts'
import { tokensOf } from '../../reading/alignment/tokens.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import { type AskingVerb, askingVerbs } from '../ask/intent/asking-verb.ts'

/** Whether a text denies something. */
export const isNegation = (text: string): boolean =>
  tokensOf(asSentence(text), null).some(({ key }) => forceOf(key) === 'negation')

const sentencesOf = ({ paragraph, around }: Utterance): string => paragraph.text.slice(around.start, around.end)

const hasStem = (text: string, stems: ReadonlySet<string>): boolean =>
  words(text).some(({ folded }) => stems.has(stem(folded)))

/** Whether an article reports that somebody denies the content: "Lima denied that the port would close". */
export const isDeniedReport = ({ form, content: { cue } }: Utterance): boolean =>
  form === 'reported' && cue !== null && askingVerbs().denial.has(stem(normalise(cue)))

/**
 * Whether an utterance takes the stance that a verb asks for: who denies or rejects something negates it, and who wants something says so.
 * Any utterance may be an opinion or a warning.
 */
export function takesStance(utterance: Utterance, { kind }: AskingVerb): boolean {
  if (kind === 'denial')
    return isNegation(utterance.content.text) || hasStem(sentencesOf(utterance), askingVerbs().denial)
  if (isDeniedReport(utterance)) return false
  const { wished, backed } = askingVerbs()
  return kind !== 'wish' || hasStem(sentencesOf(utterance), wished) || hasStem(sentencesOf(utterance), backed)
}

/** Whether the article attributes an utterance by the very verb that asks ("warned"). */
export const hasCue = ({ content: { cue } }: Utterance, verb: AskingVerb): boolean =>
  cue !== null && stem(normalise(cue)) === verb.stem

/** How many words after a negation its verb may be: "will not, under any circumstances, accept". */
const negatedReach = 5

/** Whether a text rejects something: by a verb of denial, or by the negation of a verb of acceptance ("does not intend to discuss"). */
function rejects(text: string): boolean {
  const own = words(text).map(({ folded }) => stem(folded))
  if (own.some((word) => askingVerbs().denial.has(word))) return true
  const all = words(text)
  return all.some(
    ({ text: word }, at) =>
      isNegation(word) && own.slice(at + 1, at + 1 + negatedReach).some((next) => askingVerbs().accepted.has(next)),
  )
}

const questionEnd = /\?["'\u201d\u2019]*\s*$/

/** Whether an utterance says by itself what a verb asks for: "What does … reject?" asks for no words that it could be compared with. */
export function expresses(utterance: Utterance, verb: AskingVerb): boolean {
  switch (verb.kind) {
    case 'plain':
      return false
    case 'denial':
      return rejects(utterance.content.text)
    case 'wish':
      // To support something is not to wish for it: "its readiness to support guarantees".
      return !isDeniedReport(utterance) && hasStem(sentencesOf(utterance), askingVerbs().wished)
    case 'question':
      return hasCue(utterance, verb) || questionEnd.test(utterance.content.text)
    default:
      return hasCue(utterance, verb)
  }
}
