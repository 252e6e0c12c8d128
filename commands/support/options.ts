import type { SuggestionKind } from '../../src/answers/suggest/suggest.ts'
import { type Autocomplete, optionType } from './command.ts'

/** Completes an option from the articles. */
export function fromArticles(kind: SuggestionKind): Autocomplete {
  return (typed, service) => service.suggest(kind, typed)
}

/** The option that limits a command to one article. */
export const articleOption = {
  type: optionType.string,
  name: 'article',
  description: 'Only this article: its id, or the beginning of it',
  max_length: 200,
  autocomplete: fromArticles('article'),
} as const

/** The option of commands that answer on a topic. */
export const topicOption = {
  type: optionType.string,
  name: 'topic',
  description: 'A name or a few words; without it, the most widely reported facts',
  max_length: 300,
  autocomplete: fromArticles('topic'),
} as const
