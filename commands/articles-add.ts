import type { UploadPreview } from '../src/service/answer-service.ts'
import { optionType } from './support/command.ts'
import { count } from './support/count.ts'
import { defineCommand } from './support/define-command.ts'
import { type ConfirmationReply, errorReply, type ReplyLine } from './support/reply.ts'

function textOption<const N extends string>(name: N, description: string, maxLength: number) {
  return { type: optionType.string, name, description, max_length: maxLength } as const
}

function previewReply({ bytes, ...preview }: UploadPreview): ConfirmationReply {
  const { file, taken, title, titleIsOwn, date, outlet, author, url, warnings, paragraphs, shown, opening } = preview
  const stated: readonly (readonly [string, string | null])[] = [
    ['title', titleIsOwn ? title : null],
    ['date', date],
    ['outlet', outlet],
    ['author', author],
    ['url', url],
  ]
  const missing = stated.filter(([, value]) => value === null).map(([label]) => label)
  const lines: readonly ReplyLine[] = [
    ...stated.flatMap(([label, value]) => (value === null ? [] : [{ label, text: value }])),
    ...warnings.map(({ key, reason }) => ({ label: 'not used', text: `"${key}" ${reason}` })),
    ...opening.map((line) => ({
      label: `¶${line.paragraph}`,
      text: line.opening,
      ...(line.kind !== 'body' && { detail: line.kind }),
    })),
    ...(paragraphs > opening.length
      ? [{ label: '…', text: `and ${count(paragraphs - opening.length, 'paragraph')} more` }]
      : []),
  ]
  const notes = [
    `${file}: ${count(paragraphs, 'paragraph')}, ${shown} of them searchable.`,
    ...(missing.length === 0 ? [] : [`Not stated: ${missing.join(', ')}.`]),
    ...(taken === null ? [] : [`The existing file ${taken} stays unchanged.`]),
  ]
  return {
    kind: 'confirmation',
    heading: 'Add this article?',
    note: notes.join(' '),
    lines,
    data: preview,
    actions: [
      { label: 'Add', style: 'main', change: { does: 'add', file, bytes } },
      { label: 'Cancel', style: 'plain', change: null },
    ],
  }
}

export default defineCommand(
  {
    name: 'articles-add',
    description: 'For moderators: add an article from a file, after a preview',
    audience: 'moderators',
    options: [
      {
        type: optionType.attachment,
        name: 'file',
        description: 'A .txt, .md, .mdx or .html file of at most 1 MiB',
        required: true,
      },
      textOption('title', 'Its title, instead of what the file says', 250),
      textOption('date', 'Its date as YYYY-MM-DD, instead of what the file says', 10),
      textOption('outlet', 'Who published it, instead of what the file says', 100),
      textOption('url', 'Its web address, instead of what the file says', 500),
    ],
  },
  async ({ file, ...options }, { service, report, signal }) => {
    report?.({ step: 'upload', done: 0, of: 0 })
    const fetched = await file.read(signal)
    if ('problem' in fetched) return errorReply('articles-add', `${fetched.problem} Nothing was changed.`)
    const stated = Object.fromEntries(
      Object.entries(options).filter(([, value]) => value !== undefined && value.trim() !== ''),
    )
    const preview = await service.preview({ name: file.name, bytes: fetched.bytes, stated }, signal)
    return 'status' in preview
      ? errorReply('articles-add', `${preview.message} Nothing was changed.`)
      : previewReply(preview)
  },
)
