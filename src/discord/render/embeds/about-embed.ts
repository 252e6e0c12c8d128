import type { APIEmbed } from 'discord-api-types/v10'
import { count } from '../../../../commands/support/texts/count.ts'
import { fixedText } from '../../../messages/fixed-text.ts'
import { blue } from './colours.ts'

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
      ? fixedText('about.current', { articles: count(articles, 'article') })
      : fixedText('about.changed', { generation: current, articles: count(articles, 'article') })
  return {
    color: blue,
    title: fixedText('menu.about'),
    description: [
      fixedText('about.made-from', { generation, state }),
      fixedText('about.marks'),
      fixedText('about.proof'),
    ].join('\n\n'),
  }
}
