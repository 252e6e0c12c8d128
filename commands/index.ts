import articles from './articles.ts'
import ask from './ask.ts'
import type { Command } from './command.ts'
import facts from './facts.ts'
import help from './help.ts'
import quotes from './quotes.ts'
import whoSaid from './who-said.ts'

/** Every command, in the order in which `/help` lists them. */
export const commands: readonly Command[] = [ask, whoSaid, quotes, facts, articles, help]
