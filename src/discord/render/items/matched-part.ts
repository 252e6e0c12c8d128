import type { MatchedPart } from '../../../answers/answer/item.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import { inline, opening, quoted } from '../text/inline-text.ts'
import { small } from '../text/small-print.ts'

const maxPartLength = 160
const maxWordLength = 40
const maxWords = 6

function words(some: readonly string[]): string {
  const shown = some.slice(0, maxWords).map((word) => quoted(word, maxWordLength))
  return [...shown, ...(some.length > maxWords ? ['…'] : [])].join(', ')
}

/** How an item's words compare with those of the message. */
export function matchText({ match, onlyInSnippet }: MatchedPart): string {
  switch (match) {
    case 'same':
      return fixedText('match.same')
    case 'negated':
      return fixedText('match.negated', { words: words(onlyInSnippet) })
    case 'near':
      return fixedText('match.near')
    case 'similar':
      return fixedText('match.similar')
  }
}

/** The part of the message that an item matches, and where their words differ. */
export function partLines({ text, match, onlyInMessage, onlyInSnippet, further }: MatchedPart): readonly string[] {
  const differences = [
    ...(onlyInMessage.length === 0 ? [] : [fixedText('match.only-in-message', { words: words(onlyInMessage) })]),
    ...(onlyInSnippet.length === 0 ? [] : [fixedText('match.only-in-article', { words: words(onlyInSnippet) })]),
  ]
  return [
    `${small}${fixedText('match.message', { text: inline(opening(text, maxPartLength)) })}`,
    ...(match === 'same' || match === 'negated' || differences.length === 0
      ? []
      : [`${small}${differences.join('; ')}`]),
    ...(further === 0 ? [] : [`${small}${fixedText('match.further', { count: further })}`]),
  ]
}
