import type { AutocompleteInteraction } from 'discord.js'
import type { Suggestion, SuggestionKind } from '../answers/suggest.ts'
import type { Desk } from './desk.ts'

/** What is suggested for an option, by the option's name. */
const kinds: Readonly<Record<string, SuggestionKind>> = {
  speaker: 'speaker',
  article: 'article',
  first: 'article',
  second: 'article',
  topic: 'topic',
}

/** Suggests what someone who types may mean; nothing where that fails, since there is no way to say so. */
export async function onAutocomplete(
  interaction: AutocompleteInteraction,
  { port, sender }: Desk,
  log: Desk['log'],
): Promise<void> {
  const { name, value } = interaction.options.getFocused(true)
  const kind = kinds[name]
  const choices =
    kind === undefined
      ? []
      : await port.suggest(kind, value).catch((error: unknown): Suggestion[] => {
          log.error({ err: error, option: name }, 'suggesting failed')
          return []
        })
  await sender.callback(interaction, { does: 'suggest', choices })
}
