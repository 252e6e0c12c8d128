/** The singular of a regular English plural; other words unchanged. */
export function singular(lower: string): string {
  if (/[^aeiou]ies$/.test(lower)) return `${lower.slice(0, -3)}y`
  if (/(?:ss|x|z|ch|sh)es$/.test(lower)) return lower.slice(0, -2)
  return /[^su]s$/.test(lower) ? lower.slice(0, -1) : lower
}
