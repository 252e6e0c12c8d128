import type { AutocompleteInteraction } from 'discord.js'
import type { Suggestion } from '../../answers/suggest/suggest.ts'
import type { InteractionContext } from '../context/bot-context.ts'
import { guard } from '../context/guard.ts'
import { moderatorRights } from '../moderation/authorize.ts'

/** What the user may mean. Typing too fast gets nothing, so that answers need not wait for it. */
async function suggestions(
  interaction: AutocompleteInteraction,
  context: InteractionContext,
): Promise<readonly Suggestion[]> {
  const { commands, limits, moderation, service } = context.bot
  const command = commands.find(({ definition }) => definition.name === interaction.commandName)
  const admission = guard(context, { limit: limits.suggestions, command })
  if ('refusal' in admission) return []
  const { audience, options = [] } = admission.command.definition
  // Suggestions for a moderator command may name what is hidden from others.
  if (audience === 'moderators' && !(await moderatorRights(interaction, moderation.rule)).allowed) return []
  const { name, value } = interaction.options.getFocused(true)
  const option = options.find((one) => one.name === name)
  if (option === undefined || !('autocomplete' in option)) return []
  return option.autocomplete?.(value, service) ?? []
}

/** Suggests what the user may mean. If that fails there are no suggestions, because Discord has no way to say why. */
export async function onAutocomplete(interaction: AutocompleteInteraction, context: InteractionContext): Promise<void> {
  const { bot, log } = context
  const choices = await suggestions(interaction, context).catch((error: unknown): readonly Suggestion[] => {
    log.error({ err: error, command: interaction.commandName }, 'autocomplete failed')
    return []
  })
  await bot.sender.callback(interaction, { does: 'suggest', choices })
}
