import { normalise } from '../../language/tokens/normalise.ts'
import { stem } from '../../language/tokens/terms.ts'
import { cueStrength } from '../../reading/statements/lexicon/speech-verbs.ts'
import { once } from '../../resources/once.ts'
import { readWordLists } from '../../resources/resources.ts'

/** The words of a question that only ask, such as "Who said …" or "who called … a …". They are not part of the statement. */
const asking =
  /^\s*who(?:m|se|ever)?\s+(?:was it (?:that|who)\s+)?((?:(?:has|have|had|was|is|are|were|did|do|does|also|once|first|really|ever|publicly)\s+)*)([\p{L}]+)((?:\s+(?:that|of|about))?\s+)/iu
/** Whom the statement is made to: "told reporters that", "asked him to". */
const addressed = /^(?:(?:the )?(?:press|media|reporters|journalists|us|me|him|her|them)|a reporter)\s+(?:that\s+)?/iu

const verbs = once(() => {
  const lists = readWordLists('lexicons/answers/asking-verbs.tsv', ['plain', 'attitude', 'denial'])
  const stems = (kind: 'plain' | 'attitude' | 'denial') => new Set(lists(kind).flat().map(stem))
  return { plain: stems('plain'), attitude: stems('attitude'), denial: stems('denial') }
})

/** Whether a stem is of a verb that denies or rejects what follows. */
export const isDenialVerb = (stemmed: string): boolean => verbs().denial.has(stemmed)

/** What a question asks for who said it. */
export interface AskedWords {
  readonly words: string
  /** Whether it is a question by its form, so that the words may be the user's own. */
  readonly isQuestion: boolean
  /** The stem of the verb that asks ("warn"), or null if it is only "say" or there is none. */
  readonly cue: string | null
  /** Whether it asks who denies or rejects the words. */
  readonly isDenied: boolean
}

/** Separates the words of a statement from the words that only ask for it. */
export function askedWords(input: string): AskedWords {
  const match = asking.exec(input)
  const verb = match?.[2]
  if (match === null || verb === undefined) return { words: input, isQuestion: false, cue: null, isDenied: false }
  const rest = input.slice(match[0].length)
  if (rest.trim() === '') return { words: input, isQuestion: false, cue: null, isDenied: false }
  const { plain, attitude, denial } = verbs()
  const folded = normalise(verb)
  const stemmed = stem(folded)
  const isDenial = denial.has(stemmed)
  const isCue = cueStrength(folded) === 'speech' || attitude.has(stemmed)
  // Any other verb ("called", "praised") is part of what is searched for.
  if (!isCue && !isDenial) return { words: `${verb} ${rest}`, isQuestion: true, cue: null, isDenied: false }
  return {
    words: rest.replace(addressed, ''),
    isQuestion: true,
    cue: plain.has(stemmed) ? null : stemmed,
    isDenied: isDenial,
  }
}
