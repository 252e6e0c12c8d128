import { fixedText } from '../src/messages/fixed-text.ts'
import { optionType } from './support/command.ts'
import { defineCommand } from './support/define-command.ts'
import { errorReply } from './support/reply.ts'
import { previewFiles } from './support/upload-preview.ts'

function textOption<const N extends string>(name: N, description: string, maxLength: number) {
  return { type: optionType.string, name, description, max_length: maxLength } as const
}

export default defineCommand(
  {
    name: 'articles-add',
    description: 'For moderators: add an article from a file, after a preview',
    audience: 'moderators',
    formWithout: 'file',
    options: [
      {
        type: optionType.attachment,
        name: 'file',
        description: 'A .txt, .md, .mdx or .html file of at most 1 MiB; without it, a form for up to 10 files opens',
      },
      textOption('title', 'Its title, instead of what the file says', 250),
      textOption('date', 'Its date as YYYY-MM-DD, instead of what the file says', 10),
      textOption('outlet', 'Who published it, instead of what the file says', 100),
      textOption('url', 'Its web address, instead of what the file says', 500),
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
