import { type Args, type CommandDefinition, optionType } from './support/command.ts'
import { defineCommand } from './support/define-command.ts'
import { articleOption } from './support/options.ts'
import { answerReply } from './support/reply.ts'

const definition = {
  name: 'ask',
  description: 'Ask a question and get the sentences that answer it, word for word',
  audience: 'everyone',
  options: [
    {
      type: optionType.string,
      name: 'question',
      description: 'Your question, in your own words',
      required: true,
      max_length: 300,
    },
    articleOption,
  ],
} as const satisfies CommandDefinition

/** The options of a call that asks a question. */
export function questionOptions(question: string) {
  return { question } satisfies Args<typeof definition>
}

export default defineCommand(definition, async ({ question, article }, { service }) =>
  answerReply(question, await service.ask(question, article)),
)
