import { fixedText } from '../../messages/fixed-text.ts'

/** The heading of what both compared articles report. */
export const inBothLabel = fixedText('compare.in-both')

/** The heading of what only one of them reports. */
export function onlyInLabel(article: string): string {
  return fixedText('compare.only-in', { article })
}
