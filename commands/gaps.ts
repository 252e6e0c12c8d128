import { type AskedGap, askGaps } from './support/ask-gaps.ts'
import { callLine } from './support/call-line.ts'
import { optionType } from './support/command.ts'
import { count } from './support/count.ts'
import { csv } from './support/csv.ts'
import { defineCommand } from './support/define-command.ts'
import { listReply, type ReplyLine } from './support/reply.ts'

const fileName = 'gaps.csv'
const notKept =
  'Questions are not kept. With the setting KEEP_GAPS=true, those that went unanswered in servers are kept for 30 days, without who asked.'
const none = 'In the last 30 days no two people asked alike for something that the articles do not answer.'

function counts({ gap: { unanswered, marked, last } }: AskedGap): string {
  const parts = [
    unanswered === 0 ? null : `${unanswered} without an answer`,
    marked === 0 ? null : `${marked} marked "Not it"`,
    `last on ${last}`,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

function linesOf(asked: AskedGap): readonly ReplyLine[] {
  const { gap, state, nearest } = asked
  const line = { label: `${gap.people} people`, text: callLine(gap.call), detail: counts(asked) }
  const label = state === 'answered' ? 'answered now' : 'nearest'
  if (nearest === null) return [line]
  const { text, citation } = nearest
  const place = [citation.title, citation.date, `¶${citation.paragraph}`].filter((part) => part !== null).join(' · ')
  return [line, { label, text, detail: place }]
}

function rowOf({ gap, state, nearest }: AskedGap): readonly (string | number)[] {
  const { call, people, unanswered, marked, first, last } = gap
  const { citation, text } = nearest ?? {}
  const place = [citation?.file ?? '', citation?.paragraph ?? '', text ?? '']
  return [callLine(call), people, unanswered, marked, first, last, state === 'answered' ? 'yes' : 'no', ...place]
}

const columns = [
  'question',
  'people',
  'without an answer',
  'marked Not it',
  'first asked',
  'last asked',
  'answered now',
  'nearest file',
  'paragraph',
  'text',
] as const

export default defineCommand(
  {
    name: 'gaps',
    description: 'For moderators: questions that the articles do not answer, and the nearest they have',
    audience: 'moderators',
    options: [
      { type: optionType.boolean, name: 'file', description: 'Attach them as a CSV file, with the whole paragraphs' },
    ],
  },
  async ({ file = false }, context) => {
    const { gaps } = context
    const kept = (await gaps?.list()) ?? []
    const asked = await askGaps(kept, context)
    // What has been answered since is at the end.
    const sorted = [
      ...asked.filter(({ state }) => state !== 'answered'),
      ...asked.filter(({ state }) => state === 'answered'),
    ]
    const people = `${count(kept.length, 'question')} of the last 30 days, each asked alike by at least two people.`
    return listReply('Questions without an answer', sorted.flatMap(linesOf), {
      note: gaps === undefined ? notKept : kept.length === 0 ? none : people,
      scope: null,
      data: {
        gaps: sorted.map(({ gap: { call, ...gap }, state, nearest }) => ({
          question: callLine(call),
          ...gap,
          answered: state === 'answered',
          nearest,
        })),
      },
      ...(file && kept.length > 0 && { file: { name: fileName, text: csv([columns, ...sorted.map(rowOf)]) } }),
    })
  },
)
