import type { Tally } from './score.ts'

const share = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1))

const f1 = (right: number, given: number, wanted: number): string =>
  `P ${share(right, given)}  R ${share(right, wanted)}  F1 ${share(2 * right, given + wanted)}`

/** The figures of a tally in lines for a terminal. */
export function report(tally: Tally): string {
  const { kinds, rules, errors } = tally
  const ofKind = (kind: string): string => {
    const { asked, right } = kinds.get(kind) ?? { asked: 0, right: 0 }
    return `${share(right, asked)} of ${asked}`
  }
  return [
    `${tally.gold} quotations in the gold, ${tally.predicted} read`,
    `spans                  ${f1(tally.matched, tally.predicted, tally.gold)}`,
    `end to end             ${f1(tally.right, tally.named, tally.weight)}`,
    `scare quotes rejected  ${share(tally.scare - tally.scareReturned, tally.scare)} of ${tally.scare}`,
    `speaker right          ${share(tally.right, tally.asked)}`,
    `  named                ${ofKind('named')}`,
    `  pronoun              ${ofKind('pronoun-checked')} (checked by hand)`,
    `  of those it names    ${share(tally.right, tally.given)}`,
    `speaker unclear        ${share(tally.asked - tally.given, tally.asked)}`,
    'by rule: right, of those it names, number',
    ...[...rules]
      .sort(([, a], [, b]) => b.asked - a.asked)
      .map(
        ([rule, { asked, given, right }]) =>
          `  ${rule.padEnd(20)} ${share(right, asked).padStart(5)}  ${share(right, given).padStart(5)}  ${asked}`,
      ),
    'errors by class',
    ...[...errors].sort(([, a], [, b]) => b - a).map(([kind, number]) => `  ${kind.padEnd(34)} ${number}`),
    '',
  ].join('\n')
}
