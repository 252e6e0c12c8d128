import { fixedText } from '../src/messages/fixed-text.ts'
import { optionType } from './support/definition/command.ts'
import { defineCommand } from './support/definition/define-command.ts'
import { type AskedGap, askGaps } from './support/gaps/ask-gaps.ts'
import { csv } from './support/gaps/csv.ts'
import { listReply, type ReplyLine } from './support/reply/reply.ts'
import { callLine } from './support/texts/call-line.ts'

const fileName = 'gaps.csv'

function counts({ gap: { unanswered, marked, last } }: AskedGap): string {
  const parts = [
    unanswered === 0 ? null : fixedText('gaps.unanswered', { count: unanswered }),
    marked === 0 ? null : fixedText('gaps.marked', { count: marked }),
    fixedText('gaps.last', { day: last }),
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

function linesOf(asked: AskedGap): readonly ReplyLine[] {
  const { gap, state, nearest } = asked
  const line = {
    label: fixedText('gaps.people', { people: gap.people }),
    text: callLine(gap.call),
    detail: counts(asked),
  }
  const label = fixedText(state === 'answered' ? 'gaps.answered' : 'gaps.nearest')
  if (nearest === null) return [line]
  const { text, citation } = nearest
  const place = [citation.title, citation.date, `¶${citation.paragraph}`].filter((part) => part !== null).join(' · ')
  return [line, { label, text, detail: place }]
}

function rowOf({ gap, state, nearest }: AskedGap): readonly (string | number)[] {
  const { call, people, unanswered, marked, first, last } = gap
  const { citation, text } = nearest ?? {}
  const place = [citation?.file ?? '', citation?.paragraph ?? '', text ?? '']
  return [
    callLine(call),
    people,
    unanswered,
    marked,
    first,
    last,
    fixedText(state === 'answered' ? 'gaps.yes' : 'gaps.no'),
    ...place,
  ]
}

const columns = (
  [
    'gaps.column-question',
    'gaps.column-people',
    'gaps.column-unanswered',
    'gaps.column-marked',
    'gaps.column-first',
    'gaps.column-last',
    'gaps.column-answered',
    'gaps.column-file',
    'gaps.column-paragraph',
    'gaps.column-text',
  ] as const
).map((key) => fixedText(key))

export default defineCommand(
  {
    name: 'gaps',
    description: fixedText('command.gaps'),
    audience: 'moderators',
    options: [{ type: optionType.boolean, name: 'file', description: fixedText('option.gaps-file') }],
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
    const summary = kept.length === 0 ? fixedText('gaps.none') : fixedText('gaps.summary', { count: kept.length })
    return listReply(fixedText('gaps.heading'), sorted.flatMap(linesOf), {
      note: gaps === undefined ? fixedText('gaps.not-kept') : summary,
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
