/** A file, and what is the matter with it. `reason` completes the sentence "FILE …". */
interface FileReason {
  readonly file: string
  readonly reason: string
}

/** Files with the same reason. */
export interface FileGroup {
  readonly count: number
  /** The first files, and how many more there are: "a.md, b.md, c.md and 15 more". */
  readonly files: string
  readonly reason: string
}

/** Groups of up to this many files name them all. */
const maxNamed = 3
/** What differs between files with the same reason: the name of another file, a line, a paragraph. */
const detail = /^(has the same text as) .+$|\(line \d+\)|\(\u00b6\d+\)|\([^()]*at line \d+[^()]*\)/

/** Files by reason, the largest groups first; a group of one file has the whole reason. */
export function groupByReason(files: readonly FileReason[]): readonly FileGroup[] {
  const groups = new Map<string, FileReason[]>()
  for (const one of files) {
    const key = one.reason.replace(detail, (_, copy) => (copy === undefined ? '' : `${copy} another file`))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups]
    .map(([key, group]) => {
      const named = group.slice(0, maxNamed).map(({ file }) => file)
      const more = group.length > maxNamed ? ` and ${group.length - maxNamed} more` : ''
      const reason = group.length === 1 ? (group[0]?.reason ?? key) : key.replace(/ {2,}/g, ' ').trim()
      return { count: group.length, files: named.join(', ') + more, reason }
    })
    .sort((a, b) => b.count - a.count)
}
