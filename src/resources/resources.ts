import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programRoot } from '../program/program-root.ts'

/** The data files that the program reads, below `resources/`. `resources/README.md` says what each is and where it comes from. */
export const resourceNames = [
  'glove/word-vectors.bin',
  'glove/word-vectors.txt',
  'lexicons/answers/asking-forms.tsv',
  'lexicons/answers/asking-verbs.tsv',
  'lexicons/answers/asking-words.tsv',
  'lexicons/answers/checking-words.tsv',
  'lexicons/answers/light-words.tsv',
  'lexicons/answers/measure-units.tsv',
  'lexicons/answers/phrasal-verbs.tsv',
  'lexicons/answers/verb-classes.txt',
  'lexicons/facts/concepts.tsv',
  'lexicons/facts/news-agencies.tsv',
  'lexicons/facts/reporting-words.tsv',
  'lexicons/facts/unit-factors.tsv',
  'lexicons/quotations/cue-verbs.tsv',
  'lexicons/quotations/first-names.tsv',
  'lexicons/quotations/irregular-cue-verbs.tsv',
  'lexicons/quotations/naming-words.txt',
  'lexicons/quotations/titles.tsv',
  'lexicons/quotations/us-states.txt',
  'lexicons/quotations/work-nouns.txt',
  'lexicons/language/countries.tsv',
  'lexicons/language/abbreviations.tsv',
  'lexicons/language/force-words.tsv',
  'lexicons/language/function-words.tsv',
  'lexicons/language/irregular-forms.tsv',
  'lexicons/language/spellings.tsv',
  'lexicons/language/tense-words.tsv',
  'lexicons/language/time-words.tsv',
  'models/answers/decision-trees.tsv',
  'models/answers/news-decision.tsv',
  'models/answers/news-rank-weights.tsv',
  'models/answers/rank-weights.tsv',
  'models/facts/contradictions.tsv',
  'models/facts/pair-graph.tsv',
  'models/facts/pairs.tsv',
  'models/quotations/calibration.tsv',
  'models/quotations/pronouns.tsv',
  'models/quotations/speakers.tsv',
  'models/quotations/words.tsv',
  'models/statements/acceptance.tsv',
  'models/statements/scales.tsv',
  'models/statements/weights.bin',
  'wordnet/antonyms.tsv',
  'wordnet/noun-kinds.tsv',
  'wordnet/related-stems.tsv',
  'wordnet/verb-stems.tsv',
] as const

export type ResourceName = (typeof resourceNames)[number]

/** A data file of the program cannot be read, because the installation is incomplete. The message says what to do. */
export class ResourceError extends Error {
  override readonly name = 'ResourceError'
  readonly path: string

  constructor(path: string, cause: unknown) {
    const why = cause instanceof Error && 'code' in cause ? cause.code : String(cause)
    super(`${path} cannot be read (${why}). Reinstall the program with all files of its folder "resources".`, {
      cause,
    })
    this.path = path
  }
}

/** The path of a data file. */
export function resourcePath(name: ResourceName): string {
  return join(programRoot, 'resources', name)
}

/** Reads the bytes of a data file. Callers keep what they make of them: nothing is cached here. @throws ResourceError */
export function readBytes(name: ResourceName): Buffer {
  const path = resourcePath(name)
  try {
    return readFileSync(path)
  } catch (error) {
    throw new ResourceError(path, error)
  }
}

const heading = /^(?:# .*(?:\n|$))*/

/** A text without the comment lines at its top. */
function withoutHeading(text: string): string {
  return text.slice(heading.exec(text)?.[0].length)
}

/** Reads a text file without the comment lines (`# …`) at its top. @throws ResourceError */
export function readText(name: ResourceName): string {
  return withoutHeading(readBytes(name).toString('utf8'))
}

/** Reads the lines of a text file; comment lines (`# …`) and empty lines are skipped. @throws ResourceError */
export function readLines(name: ResourceName): readonly string[] {
  return readBytes(name)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))
}

/** The rows of a TSV file, each as its columns. */
export type Rows = readonly (readonly string[])[]

/** Reads the rows of a TSV file; comment lines and empty lines are skipped. @throws ResourceError */
export function readRows(name: ResourceName): Rows {
  return readLines(name).map((line) => line.split('\t'))
}

/**
 * Reads a file of word lists: rows of what the words of a row are (one of `kinds`) and the words.
 * @returns the rows of a kind, each as its words.
 * @throws ResourceError when the file cannot be read; Error when a row is of another kind.
 */
export function readWordLists<Kind extends string>(name: ResourceName, kinds: readonly Kind[]): (kind: Kind) => Rows {
  const lists = new Map<string, string[][]>(kinds.map((kind) => [kind, []]))
  for (const [kind = '', words = ''] of readRows(name)) {
    const list = lists.get(kind)
    if (list === undefined) throw new Error(`${resourcePath(name)} has words of an unknown kind, "${kind}".`)
    list.push(words.split(' '))
  }
  return (kind) => lists.get(kind) ?? []
}

/** The same as `readWordLists`, with all words of a kind as one set. */
export function readWordSets<Kind extends string>(
  name: ResourceName,
  kinds: readonly Kind[],
): (kind: Kind) => ReadonlySet<string> {
  const lists = readWordLists(name, kinds)
  return (kind) => new Set(lists(kind).flat())
}

/** The first line of a trained model's file: the version of the features that it was trained on. */
export const featuresLine = (version: number): string => `# features version: ${version}`

/**
 * Reads a trained model, the text behind its heading.
 * @throws ResourceError when the file cannot be read; Error when the model was trained on another version of its features.
 */
export function readModel(name: ResourceName, featuresVersion: number): string {
  const text = readBytes(name).toString('utf8')
  if (text.startsWith(`${featuresLine(featuresVersion)}\n`)) return withoutHeading(text)
  throw new Error(`${resourcePath(name)} was trained on other features: retrain it.`)
}
