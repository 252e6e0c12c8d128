import type { AboutBot } from '../src/answers/answer/answer.ts'
import { fixedText, type PlainTextKey } from '../src/messages/fixed-text.ts'
import { type Args, type CommandDefinition, optionType } from './support/definition/command.ts'
import { defineCommand } from './support/definition/define-command.ts'
import { articleOption } from './support/definition/options.ts'
import { answerReply, listReply, type Reply } from './support/reply/reply.ts'

const definition = {
  name: 'ask',
  description: fixedText('command.ask'),
  audience: 'everyone',
  options: [
    {
      type: optionType.string,
      name: 'question',
      description: fixedText('option.question'),
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

const openings: Readonly<Record<AboutBot['topic'], PlainTextKey>> = {
  greeting: 'ask.greeting',
  thanks: 'ask.thanks',
  help: 'ask.help',
  articles: 'ask.articles',
}
const maxTitles = 10

/** A short reply about the bot or its articles, with questions to try. */
function aboutReply(heading: string, { topic, examples, titles, articles, generation }: AboutBot): Reply {
  const more = titles.length - maxTitles
  const left = more > 0 ? [{ label: fixedText('ask.more-titles', { count: more }), text: '' }] : []
  return listReply(
    heading,
    [
      ...titles.slice(0, maxTitles).map(({ title, date }) => ({ label: date ?? '–', text: title })),
      ...left,
      ...examples.map((question) => ({ label: fixedText('ask.example'), text: question })),
    ],
    { note: fixedText(openings[topic]), scope: { generation, articles }, data: { about: topic, examples } },
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
