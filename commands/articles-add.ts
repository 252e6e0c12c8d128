import { fixedText } from '../src/messages/fixed-text.ts'
import { previewFiles } from './support/articles/upload-preview.ts'
import { optionType } from './support/definition/command.ts'
import { defineCommand } from './support/definition/define-command.ts'
import { errorReply } from './support/reply/reply.ts'

function textOption<const N extends string>(name: N, description: string, maxLength: number) {
  return { type: optionType.string, name, description, max_length: maxLength } as const
}

export default defineCommand(
  {
    name: 'articles-add',
    description: fixedText('command.articles-add'),
    audience: 'moderators',
    formWithout: 'file',
    options: [
      {
        type: optionType.attachment,
        name: 'file',
        description: fixedText('option.add-file'),
      },
      textOption('title', fixedText('option.add-title'), 250),
      textOption('date', fixedText('option.add-date'), 10),
      textOption('outlet', fixedText('option.add-outlet'), 100),
      textOption('url', fixedText('option.add-url'), 500),
    ],
  },
  async ({ file, ...options }, context) => {
    if (file === undefined) return errorReply('articles-add', fixedText('upload.needs-file'))
    const stated = Object.fromEntries(
      Object.entries(options).filter(([, value]) => value !== undefined && value.trim() !== ''),
    )
    return previewFiles([file], stated, context)
  },
)
