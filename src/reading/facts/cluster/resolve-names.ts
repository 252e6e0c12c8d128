import type { Claim } from '../extract/claim.ts'

/** Fewer letters than this are no evidence of a name. */
const shortest = 4

/**
 * The reports with the first words that their own article leaves in doubt ("Nordvann denied …") taken for names where
 * other articles write them as such inside a sentence.
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
