import articles from './articles.ts'
import articlesAdd from './articles-add.ts'
import articlesRemove from './articles-remove.ts'
import articlesRestore from './articles-restore.ts'
import ask from './ask.ts'
import compare from './compare.ts'
import facts from './facts.ts'
import gaps from './gaps.ts'
import help from './help.ts'
import quotes from './quotes.ts'
import reindex from './reindex.ts'
import status from './status.ts'
import type { Command } from './support/definition/command.ts'
import timeline from './timeline.ts'
import whoSaid from './who-said.ts'

/** Every command, in the order in which `/help` lists them. */
export const commands: readonly Command[] = [
  ask,
  whoSaid,
  quotes,
  facts,
  compare,
  timeline,
  articles,
  help,
  status,
  gaps,
  reindex,
  articlesAdd,
  articlesRemove,
  articlesRestore,
]
