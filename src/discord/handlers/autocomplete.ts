import type { AutocompleteInteraction } from 'discord.js'
import type { Suggestion } from '../../answers/suggest/suggest.ts'
import type { Desk } from '../context/bot-context.ts'
import { moderatorRights } from '../moderation/authorize.ts'

/** What the user may mean. Typing too fast gets nothing, so that answers need not wait for it. */
async function suggestions(interaction: AutocompleteInteraction, desk: Desk): Promise<readonly Suggestion[]> {
  if (desk.suggestions.take(interaction.user.id) > 0) return []
  const command = desk.commands.find(({ definition }) => definition.name === interaction.commandName)
  if (command === undefined) return []
  const { audience, options = [] } = command.definition
  // Suggestions for a moderator command may name what is hidden from others.
  if (audience === 'moderators' && !(await moderatorRights(interaction, desk.moderation.rule)).allowed) return []
  const { name, value } = interaction.options.getFocused(true)
  const option = options.find((one) => one.name === name)
  if (option === undefined || !('autocomplete' in option)) return []
  return option.autocomplete?.(value, desk.service) ?? []
}

/** Suggests what the user may mean. If that fails there are no suggestions, because Discord has no way to say why. */
export async function onAutocomplete(
  interaction: AutocompleteInteraction,
  desk: Desk,
  log: Desk['log'],
): Promise<void> {
  const choices = await suggestions(interaction, desk).catch((error: unknown): readonly Suggestion[] => {
    log.error({ err: error, command: interaction.commandName }, 'autocomplete failed')
    return []
  })
  await desk.sender.callback(interaction, { does: 'suggest', choices })
}
