import { keysOf } from './word-key.ts'

/** How a word bears on whether, how surely, or on what condition a sentence claims what it says. */
export type Force = 'negation' | 'modality' | 'condition'

// Source: the negative, modal and conditional words of Quirk et al., A Comprehensive Grammar of the English Language (1985),
// 10.54-66, 3.39-51, 8.127-130 and 15.33-40, and the verbs of refusing, forbidding, ending, doubting and intending in VerbNet 3.
const negations = keysOf(`
not never none nobody nothing nowhere neither nor without hardly scarcely barely rarely seldom unable non refuse refusal deny
denial decline fail failure reject rejection lack avoid prevent stop block ban forbid prohibit withhold cancel abandon oppose
opposition against cease refrain dispute reverse scrap halt suspend drop`)
const modals = keysOf(`
will would can could may might must should ought need dare likely unlikely possible possibly perhaps maybe probable probably
presumably reportedly allegedly alleged apparently supposedly suppose suspect suspected expect plan intend propose hope want wish
try seek aim threaten consider claim believe suggest potential potentially presume rumour so would-be almost nearly partly
predict forecast going`)
const conditions = keysOf(`
if unless whether until till except only but although though despite however instead rather pending lest or yet`)

/** The force of a word by its key, or null. */
export function forceOf(key: string): Force | null {
  if (negations.has(key)) return 'negation'
  if (modals.has(key)) return 'modality'
  return conditions.has(key) ? 'condition' : null
}
