const explicit =
  /\b(?:because|due to|owing to|thanks to|so that|in order to|the reasons?|as a result|blam(?:ed?|es|ing)|caused)\b|,\s+so\s/iu

/** Whether a text states a reason with words that rarely have another meaning. */
export function statesReason(text: string): boolean {
  return explicit.test(text)
}
