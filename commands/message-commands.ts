import findInArticles from './find-in-articles.ts'
import type { MessageCommand } from './support/definition/command.ts'

/** Every command on a message. Only Discord has them, so that the console does not load their code. */
export const messageCommands: readonly MessageCommand[] = [findInArticles]
