import type { AutocompleteInteraction } from 'discord.js'
import type { Suggestion, SuggestionKind } from '../../answers/suggest/suggest.ts'
import type { Desk } from '../context/bot-context.ts'
import { moderatorRights } from '../moderation/authorize.ts'
import { opening } from '../render/citation-lines.ts'

/** What is suggested for an option, by the option's name. */
const kinds: Readonly<Record<string, SuggestionKind>> = {
  speaker: 'speaker',
  article: 'article',
  first: 'article',
  second: 'article',
  topic: 'topic',
}

const maxShown = 80

/** The removed articles that a moderator who types may mean. */
async function removedArticles(typed: string, { service }: Desk): Promise<readonly Suggestion[]> {
  const { removed } = await service.status()
  return removed
    .filter(({ file, key }) => file.toLowerCase().includes(typed.trim().toLowerCase()) || key === typed.trim())
    .map(({ file, key, at }) => ({ name: `${opening(file, maxShown)} · ${at.slice(0, 10)}`, value: key }))
}

/** What may be meant in a moderators' command: nothing for those who may not use it, since it may name what is hidden. */
async function moderatorsChoices(interaction: AutocompleteInteraction, desk: Desk): Promise<readonly Suggestion[]> {
  const { name, value } = interaction.options.getFocused(true)
  if (!(await moderatorRights(interaction, desk.moderation.rule)).allowed) return []
  if (interaction.commandName === 'articles-restore') return removedArticles(value, desk)
  return choicesFor(name, value, desk)
}

async function choicesFor(option: string, typed: string, { service }: Desk): Promise<readonly Suggestion[]> {
  const kind = kinds[option]
  return kind === undefined ? [] : service.suggest(kind, typed)
}

/** What someone who types may mean; nothing for one who types too much, so that answers need not wait for that. */
async function choices(interaction: AutocompleteInteraction, desk: Desk): Promise<readonly Suggestion[]> {
  if (desk.suggestions.take(interaction.user.id) > 0) return []
  const { name, value } = interaction.options.getFocused(true)
  const command = desk.commands.find(({ definition }) => definition.name === interaction.commandName)
  return command?.audience === 'moderators' ? moderatorsChoices(interaction, desk) : choicesFor(name, value, desk)
}

/** Suggests what someone who types may mean; nothing where that fails, since there is no way to say so. */
export async function onAutocomplete(
  interaction: AutocompleteInteraction,
  desk: Desk,
  log: Desk['log'],
): Promise<void> {
  const found = await choices(interaction, desk).catch((error: unknown): readonly Suggestion[] => {
    log.error({ err: error, command: interaction.commandName }, 'suggesting failed')
    return []
  })
  await desk.sender.callback(interaction, { does: 'suggest', choices: found })
}
