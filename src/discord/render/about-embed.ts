import type { APIEmbed } from 'discord-api-types/v10'
import { count } from '../../../commands/support/count.ts'

const colour = 0x3b_82_f6

/** What an answer was made from. */
export interface Provenance {
  /** The generation of the answer, and the one that answers now. */
  readonly generation: string
  readonly current: string
  /** How many articles the current one has. */
  readonly articles: number
}

/** What an answer was made from, and how to read it, as an embed. */
export function renderAbout({ generation, current, articles }: Provenance): APIEmbed {
  const state =
    generation === current
      ? `This is the current state: ${count(articles, 'article')}.`
      : `The articles have changed since; the current state is **${current}**, with ${count(articles, 'article')}.`
  return {
    color: colour,
    title: 'About this answer',
    description: [
      `Made from the articles in the state **${generation}**. ${state} The same question on the same state gives the same answer.`,
      'Text with a bar at its side is from an article, word for word. Only the bold is added: it marks what was asked for.',
      'That several articles report the same thing does not prove it.',
    ].join('\n\n'),
  }
}
