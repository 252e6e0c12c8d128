import type { Claim } from '../extract/claim.ts'

/** Shorter words are no evidence of a name. */
const shortest = 4

/**
 * Resolves first words that may or may not be names in their own article ("Nordvann denied …"): they become names if other
 * articles capitalise them inside a sentence.
 */
export function resolveNames(reports: readonly Claim[]): readonly Claim[] {
  const known = new Set(reports.flatMap(({ content }) => content.names.map(({ key }) => key)))
  return reports.map((report) => {
    const { content } = report
    const { doubtful } = content
    if (doubtful === null || doubtful.term.length < shortest || !known.has(doubtful.name.key)) return report
    const { name, term } = doubtful
    const without = (set: ReadonlySet<string>) => new Set([...set].filter((other) => other !== term))
    const first = [name]
    return {
      ...report,
      content: {
        ...content,
        terms: without(content.terms).add(name.key),
        topic: without(content.topic),
        names: [...first, ...content.names],
        subjects: content.isPassive ? content.subjects : [...first, ...content.subjects],
        objects: content.isPassive ? [...first, ...content.objects] : content.objects,
        doubtful: null,
      },
    }
  })
}
