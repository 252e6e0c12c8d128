const negative =
  /\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|failed|fails|refused|denied|lacks?|unable)\b|n['\u2019]t\b/i

/** Whether a text denies something. */
export function isNegated(text: string): boolean {
  return negative.test(text)
}
