import { optionType } from './command.ts'

/** The option that keeps a command to one article. */
export const articleOption = {
  type: optionType.string,
  name: 'article',
  description: 'Only this article: its id, or enough of its beginning',
  max_length: 200,
  autocomplete: true,
} as const
