import type { Locator } from 'playwright-core'
import type { Visitor } from '../../testkit/browser/visitor.ts'

/** A kind of answer, and how a reader gets one. */
export interface Kind {
  /** The name of its pictures. */
  readonly name: string
  readonly about: string
  /** Returns the message that answers, complete. */
  show(visitor: Visitor): Promise<Locator>
}

const button = (message: Locator, name: string | RegExp): Promise<void> => message.getByRole('button', { name }).click()

/** Every kind of answer, from made-up articles. The last ones are those of a moderator. */
export const kinds: readonly Kind[] = [
  {
    name: 'ask',
    about: 'a question: `/ask`',
    show: ({ run }) => run('ask', { question: 'How many ferries will Elmport buy?' }),
  },
  {
    name: 'chat',
    about: 'a question in chat, answered with a reply',
    show: ({ say }) => say('@verbatim Who said that the harbour belongs to everyone?'),
  },
  {
    name: 'metadata',
    about: 'what is known about an article',
    show: ({ run }) => run('ask', { question: 'Who wrote the article about the new ferry line?' }),
  },
  {
    name: 'not-found',
    about: 'no answer, which only the asker sees',
    show: ({ run }) => run('ask', { question: 'Why did the shipyard burn down?' }),
  },
  {
    name: 'nearest',
    about: 'the nearest sentence to a question without answer',
    async show({ run, answer }) {
      const message = await run('ask', { question: 'Why did the shipyard burn down?' })
      return answer(() => button(message, 'Show the nearest sentence'))
    },
  },
  {
    name: 'who-said',
    about: 'a quotation and its speaker: `/who-said`',
    show: ({ run }) => run('who-said', { words: 'will not wait another decade for clean water' }),
  },
  {
    name: 'quotes',
    about: 'what a person says, quoted and reported: `/quotes`',
    show: ({ run }) => run('quotes', { speaker: 'Okafor' }),
  },
  {
    name: 'facts',
    about: 'facts on which the articles differ: `/facts`',
    show: ({ run }) => run('facts', { topic: 'ferries' }),
  },
  {
    name: 'page',
    about: 'the second page of an answer',
    async show({ run }) {
      const answer = await run('facts')
      await button(answer, 'Next')
      await answer.getByText(/^page 2 of/).waitFor()
      return answer
    },
  },
  {
    name: 'compare',
    about: 'two articles: `/compare`',
    show: ({ run }) => run('compare', { first: 'council-vote', second: 'fourteen-ferries' }),
  },
  {
    name: 'timeline',
    about: 'facts by their days: `/timeline`',
    show: ({ run }) => run('timeline', { topic: 'ferries' }),
  },
  {
    name: 'context',
    about: 'a paragraph between its neighbours, which only its reader sees',
    async show({ run, choose }) {
      return choose(await run('who-said', { words: 'we are against the timetable' }), 'Context')
    },
  },
  {
    name: 'sources',
    about: 'all sources of an answer, which only their reader sees',
    async show({ run, choose }) {
      return choose(await run('facts', { topic: 'ferries' }), 'All sources')
    },
  },
  {
    name: 'about',
    about: 'what an answer was made from, which only its reader sees',
    async show({ run, choose }) {
      return choose(await run('ask', { question: 'How many ferries will Elmport buy?' }), 'About this answer')
    },
  },
  {
    name: 'private',
    about: 'a private answer, which can be shown to everyone',
    show: ({ run }) => run('who-said', { words: 'The harbour belongs to everyone', private: 'True' }),
  },
  {
    name: 'find-in-articles',
    about: 'a message looked up from its menu',
    async show({ page, field, answer }) {
      await field.fill('“We will not raise fares”, they promised.')
      await field.press('Enter')
      const message = page.locator('article').filter({ hasText: 'they promised' }).last()
      await message.getByRole('button', { name: 'Message actions' }).press('Enter')
      return answer(() => page.getByRole('menuitem', { name: 'Find in articles' }).click())
    },
  },
  { name: 'articles', about: 'the list of articles: `/articles`', show: ({ run }) => run('articles') },
  {
    name: 'outline',
    about: 'the outline of an article',
    show: ({ run }) => run('articles', { article: 'council-vote' }),
  },
  { name: 'help', about: 'the commands: `/help`', show: ({ run }) => run('help') },
  {
    name: 'error',
    about: 'what cannot be done, said to the one who asked',
    show: ({ run }) => run('compare', { first: 'council-vote', second: 'yesterday' }),
  },
  {
    name: 'status',
    about: 'for moderators: `/status`',
    async show({ page, run }) {
      await page.getByRole('switch', { name: 'Moderator' }).check()
      return run('status')
    },
  },
  {
    name: 'reindex',
    about: 'for moderators: `/reindex`',
    async show({ page, run }) {
      await page.getByRole('switch', { name: 'Moderator' }).check()
      const message = await run('reindex')
      await message.getByRole('button', { name: 'Cancel' }).waitFor({ state: 'detached' })
      return message
    },
  },
  {
    name: 'articles-add',
    about: 'for moderators: what an uploaded file would become',
    async show({ page, openCommand, answer }) {
      await page.getByRole('switch', { name: 'Moderator' }).check()
      const option = await openCommand('articles-add')
      const text = 'Fares stay the same\n\nFares will not rise before 2027, the harbour office said on Friday.\n'
      const file = { name: 'fares.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }
      await option('file').setInputFiles(file)
      await page.locator('.file-name').waitFor()
      const question = await answer(() => page.getByRole('button', { name: 'Send' }).click())
      await question.getByRole('button', { name: 'Add' }).waitFor()
      return question
    },
  },
  {
    name: 'articles-remove',
    about: 'for moderators: a change that waits for its confirmation',
    async show({ page, run }) {
      await page.getByRole('switch', { name: 'Moderator' }).check()
      const question = await run('articles-remove', { article: 'palm-house' })
      await question.getByRole('button', { name: 'Remove' }).waitFor()
      return question
    },
  },
]
