import type { Range } from '../../../language/text/range.ts'
import { recentResults } from '../../../resources/recent-results.ts'
import type { Claim } from './claim.ts'
import type { Content } from './claim-content.ts'

/** What differs from the report as its article has it. */
export interface Changes {
  /** Another focus, or null. */
  readonly focus: Range | null
  /** Whether its doubtful first word is a name. */
  readonly opensWithName: boolean
}

const noChanges: Changes = { focus: null, opensWithName: false }

/** A content whose doubtful first word is a name. */
function withFirstName(content: Content): Content {
  const { doubtful } = content
  if (doubtful === null) return content
  const { name, term } = doubtful
  const without = (set: ReadonlySet<string>) => new Set([...set].filter((other) => other !== term))
  const first = [name]
  return {
    ...content,
    terms: without(content.terms).add(name.key),
    topic: without(content.topic),
    names: [...first, ...content.names],
    subjects: content.isPassive ? content.subjects : [...first, ...content.subjects],
    objects: content.isPassive ? [...first, ...content.objects] : content.objects,
    doubtful: null,
  }
}

const keptContents = 256
const resolvedContent = recentResults(keptContents, ({ original }: ChangedClaim) => withFirstName(original.content))

/** A report with another focus or content. Everything else is read from the original. */
class ChangedClaim implements Claim {
  readonly original: Claim
  readonly changes: Changes

  constructor(original: Claim, changes: Changes) {
    this.original = original
    this.changes = changes
  }

  get article() {
    return this.original.article
  }

  get index() {
    return this.original.index
  }

  get paragraph() {
    return this.original.paragraph
  }

  get sentence() {
    return this.original.sentence
  }

  get focus() {
    return this.changes.focus ?? this.original.focus
  }

  get content() {
    return this.changes.opensWithName ? resolvedContent(this) : this.original.content
  }

  get setting() {
    return this.original.setting
  }

  get source() {
    return this.original.source
  }

  get isMain() {
    return this.original.isMain
  }
}

/** How a report differs from the one that its article has. */
export function changesOf(claim: Claim): Changes {
  return claim instanceof ChangedClaim ? claim.changes : noChanges
}

/** The report with these changes, besides those that it has. */
export function changedClaim(claim: Claim, changes: Partial<Changes>): Claim {
  const original = claim instanceof ChangedClaim ? claim.original : claim
  return new ChangedClaim(original, { ...changesOf(claim), ...changes })
}
