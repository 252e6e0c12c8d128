import type { AboutBot } from '../src/answers/answer/answer.ts'
import { type Args, type CommandDefinition, optionType } from './support/command.ts'
import { defineCommand } from './support/define-command.ts'
import { articleOption } from './support/options.ts'
import { answerReply, listReply, type Reply } from './support/reply.ts'

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

const openings: Readonly<Record<AboutBot['topic'], string>> = {
  greeting: 'Hello! Ask me about the articles. I answer in their own words, or say that they do not answer.',
  thanks: 'You are welcome. Ask me anything else about the articles.',
  help: 'Ask me about the articles. I answer in their own words, with the place, or say that they do not answer. /help lists all commands.',
  articles: 'These are the articles that I answer from. /articles lists them with what is in them.',
}
const maxTitles = 10

/** A short reply about the bot or its articles, with questions to try. */
function aboutReply(heading: string, { topic, examples, titles, articles, generation }: AboutBot): Reply {
  const left = titles.length > maxTitles ? [{ label: `… and ${titles.length - maxTitles} more`, text: '' }] : []
  return listReply(
    heading,
    [
      ...titles.slice(0, maxTitles).map(({ title, date }) => ({ label: date ?? '–', text: title })),
      ...left,
      ...examples.map((question) => ({ label: 'For example:', text: question })),
    ],
    { note: openings[topic], scope: { generation, articles }, data: { about: topic, examples } },
  )
}

export default defineCommand(definition, async ({ question, article }, { service }): Promise<Reply> => {
  const answer = await service.ask(question, article)
  if (answer.status === 'about') return aboutReply(question, answer)
  const reply = answerReply(question, answer)
  return reply.kind === 'answer' && answer.status === 'answered'
    ? { ...reply, unsure: answer.unsure, bestFirst: true }
    : reply
})
