import { optionType } from './command.ts'

/** The option that keeps a command to one article. */
export const articleOption = {
  type: optionType.string,
  name: 'article',
  description: 'Only this article: its id, or enough of its beginning',
  max_length: 200,
  autocomplete: true,
} as const

/** The option of commands that answer on a topic, or without one on everything. */
export const topicOption = {
  type: optionType.string,
  name: 'topic',
  description: 'A name or a few words; without it, the most widely reported facts',
  autocomplete: true,
  max_length: 300,
} as const
