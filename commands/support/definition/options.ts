import type { SuggestionKind } from '../../../src/answers/suggest/suggest.ts'
import { fixedText } from '../../../src/messages/fixed-text.ts'
import { type Autocomplete, optionType } from './command.ts'

/** Completes an option from the articles. */
export function fromArticles(kind: SuggestionKind): Autocomplete {
  return (typed, service) => service.suggest(kind, typed)
}

/** The option that limits a command to one article. */
export const articleOption = {
  type: optionType.string,
  name: 'article',
  description: fixedText('option.article'),
  max_length: 200,
  autocomplete: fromArticles('article'),
} as const

/** The option of commands that answer on a topic. */
export const topicOption = {
  type: optionType.string,
  name: 'topic',
  description: fixedText('option.topic'),
  max_length: 300,
  autocomplete: fromArticles('topic'),
} as const
