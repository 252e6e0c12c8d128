import type { MatchedPart } from '../../answers/answer/item.ts'
import { inline, opening } from './inline-text.ts'

const small = '-# '
const maxPartLength = 160
const maxWordLength = 40
const maxWords = 6

function words(some: readonly string[]): string {
  const shown = some.slice(0, maxWords).map((word) => `“${inline(opening(word, maxWordLength))}”`)
  return [...shown, ...(some.length > maxWords ? ['…'] : [])].join(', ')
}

/** How an item's words compare with those of the message. */
export function matchText({ match, onlyInSnippet }: MatchedPart): string {
  switch (match) {
    case 'same':
      return 'the same words'
    case 'negated':
      return `the same words, with ${words(onlyInSnippet)} added in the article`
    case 'near':
      return 'nearly the same words'
    case 'similar':
      return 'similar, not the same words'
  }
}

/** The part of the message that an item matches, and where their words differ. */
export function partLines({ text, match, onlyInMessage, onlyInSnippet, further }: MatchedPart): readonly string[] {
  const differences = [
    ...(onlyInMessage.length === 0 ? [] : [`only in the message: ${words(onlyInMessage)}`]),
    ...(onlyInSnippet.length === 0 ? [] : [`only in the article: ${words(onlyInSnippet)}`]),
  ]
  const more = further === 1 ? 'another sentence has' : `${further} other sentences have`
  return [
    `${small}Message: “${inline(opening(text, maxPartLength))}”`,
    ...(match === 'same' || match === 'negated' || differences.length === 0
      ? []
      : [`${small}${differences.join('; ')}`]),
    ...(further === 0 ? [] : [`${small}${more} these words, too`]),
  ]
}
