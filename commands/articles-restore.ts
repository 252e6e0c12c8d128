import { fixedText } from '../src/messages/fixed-text.ts'
import type { RemovedArticle } from '../src/service/answer-service.ts'
import { type Autocomplete, optionType } from './support/definition/command.ts'
import { defineCommand } from './support/definition/define-command.ts'
import { errorReply } from './support/reply/reply.ts'

const maxShownLength = 60
const maxSuggestedLength = 80

/** A path, short enough for a date to fit into the same suggestion. */
function shortened(file: string): string {
  return file.length <= maxSuggestedLength ? file : `${file.slice(0, maxSuggestedLength).toWellFormed()}…`
}

/** The removed articles that the input matches: by key, by path (the latest one), or by the beginning of their paths. */
function matching(removed: readonly RemovedArticle[], typed: string): readonly RemovedArticle[] {
  const exact = removed.find(({ key }) => key === typed) ?? removed.find(({ file }) => file === typed)
  return exact === undefined ? removed.filter(({ file }) => typed !== '' && file.startsWith(typed)) : [exact]
}

/** Suggests the removed articles whose path contains the input. */
const suggestRemoved: Autocomplete = async (typed, service) => {
  const { removed } = await service.status()
  const wanted = typed.trim()
  return removed
    .filter(({ file, key }) => file.toLowerCase().includes(wanted.toLowerCase()) || key === wanted)
    .map(({ file, key, at }) => ({ name: `${shortened(file)} · ${at.slice(0, 10)}`, value: key }))
}

export default defineCommand(
  {
    name: 'articles-restore',
    description: fixedText('command.articles-restore'),
    audience: 'moderators',
    options: [
      {
        type: optionType.string,
        name: 'article',
        description: fixedText('option.restore'),
        required: true,
        max_length: 200,
        autocomplete: suggestRemoved,
      },
    ],
  },
  async ({ article }, context) => {
    const { removed, troubles } = await context.service.status()
    const [only, ...more] = matching(removed, article.trim())
    const name = article.trim().slice(0, maxShownLength).toWellFormed()
    if (only === undefined) {
      const why = troubles[0] ?? fixedText(removed.length === 0 ? 'restore.none' : 'restore.listed')
      return errorReply('articles-restore', fixedText('restore.unknown', { name, why }))
    }
    if (more.length > 0) {
      const some = [only, ...more].slice(0, 5).map(({ file }) => file)
      return errorReply('articles-restore', fixedText('restore.several', { name, files: some.join(', ') }))
    }
    const { changeArticles } = await import('./support/articles/change-articles.ts')
    return changeArticles({ does: 'restore', file: only.file, aside: only.aside }, context)
  },
)
