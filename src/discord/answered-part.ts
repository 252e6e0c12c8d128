import type { AnsweredPart, PartMatch } from '../answers/answer.ts'
import { inline, opening } from './citations.ts'

const small = '-# '
const maxPart = 160
const maxWord = 40
const maxWords = 6

const matchNames: Readonly<Record<PartMatch, string>> = {
  same: 'the same words',
  near: 'nearly the same words',
  similar: 'similar, in other words',
}

/** How an item's words compare with those of the message. */
export function matchOf({ match }: AnsweredPart): string {
  return matchNames[match]
}

function words(some: readonly string[]): string {
  const shown = some.slice(0, maxWords).map((word) => `“${inline(opening(word, maxWord))}”`)
  return [...shown, ...(some.length > maxWords ? ['…'] : [])].join(', ')
}

/** Which part of the message an item answers, and where their words differ. */
export function partLines({ text, match, onlyInMessage, onlyInSnippet, further }: AnsweredPart): readonly string[] {
  const differences = [
    ...(onlyInMessage.length === 0 ? [] : [`only in the message: ${words(onlyInMessage)}`]),
    ...(onlyInSnippet.length === 0 ? [] : [`only in the article: ${words(onlyInSnippet)}`]),
  ]
  const more = further === 1 ? 'another sentence has' : `${further} other sentences have`
  return [
    `${small}Message: “${inline(opening(text, maxPart))}”`,
    ...(match === 'same' || differences.length === 0 ? [] : [`${small}${differences.join('; ')}`]),
    ...(further === 0 ? [] : [`${small}${more} these words, too`]),
  ]
}
