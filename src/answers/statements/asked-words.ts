import { type AskingVerb, askingVerb } from '../ask/intent/asking-verb.ts'

/** The words of a question that only ask, such as "Who said …" or "who called … a …". They are not part of the statement. */
const asking =
  /^\s*who(?:m|se|ever)?\s+(?:was it (?:that|who)\s+)?((?:(?:has|have|had|was|is|are|were|did|do|does|also|once|first|really|ever|publicly)\s+)*)([\p{L}]+)((?:\s+(?:that|of|about))?\s+)/iu
/** The audience of the statement: "told reporters that", "asked him to". */
const addressed = /^(?:(?:the )?(?:press|media|reporters|journalists|us|me|him|her|them)|a reporter)\s+(?:that\s+)?/iu

/** What a question asks for who said it. */
export interface AskedWords {
  readonly words: string
  /** Whether it is a question by its form, so that the words may be the user's own. */
  readonly isQuestion: boolean
  /** The verb that asks, if there is one that is no part of the words. */
  readonly verb: AskingVerb | null
}

/** Separates the words of a statement from the words that only ask for it. */
export function askedWords(input: string): AskedWords {
  const match = asking.exec(input)
  const typed = match?.[2]
  const rest = input.slice(match?.[0].length ?? 0)
  if (typed === undefined || rest.trim() === '') return { words: input, isQuestion: false, verb: null }
  const verb = askingVerb(typed)
  // Any other verb ("called", "praised") is part of what is searched for.
  if (verb === null) return { words: `${typed} ${rest}`, isQuestion: true, verb }
  return { words: rest.replace(addressed, ''), isQuestion: true, verb }
}
