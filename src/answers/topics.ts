import type { Article, Paragraph } from '../corpus/article.ts'
import type { Generation } from '../library/generation.ts'
import { readCases, type WordCases } from '../reading/facts/names-in.ts'
import type { Report } from '../reading/facts/report.ts'
import type { ParagraphIndex } from '../search/paragraph-index.ts'
import { isNationality } from '../text/countries.ts'
import { normalise, plainLine } from '../text/normalise.ts'
import { stem, type Term, terms } from '../text/terms.ts'
import { type TopicKind, topicCandidates } from './topic-candidates.ts'

/** What the articles report on: a name, a phrase or a word, as they write it. */
export interface Topic {
  /** The form that they use most. */
  readonly text: string
  /** Every form that they use ("Ukraine", "Ukrainian"), `text` included. */
  readonly forms: readonly string[]
  /** In how many paragraphs it stands. */
  readonly paragraphs: number
}

const maxTopics = 5000
const maxLength = 60
const minLength = 2
const minUsesOfPhrase = 2

/** A topic that is being counted. */
interface Draft {
  readonly forms: Map<string, number>
  readonly paragraphs: Set<Paragraph>
  readonly uses: Record<TopicKind, number>
}

/** What topics are compared by: neither case nor plural makes another one, and a country is one in all its forms. */
function keyOf(held: readonly Term[]): string {
  return held.map(({ term, folded }) => (term.startsWith('@') ? term : stem(folded))).join(' ')
}

function casesByArticle(reports: readonly Report[]): ReadonlyMap<Article, WordCases> {
  const sentences = new Map<Article, Set<string>>()
  for (const { article, sentence } of reports) {
    const known = sentences.get(article)
    if (known) known.add(sentence.text)
    else sentences.set(article, new Set([sentence.text]))
  }
  return new Map([...sentences].map(([article, texts]) => [article, readCases(texts)]))
}

/**
 * Tells whether a search for a text finds the report in which it stands as these terms: alone it must be read as the same
 * terms, and the index must hold each, or they would be taken for slips.
 */
function findable(index: ParagraphIndex): (text: string, held: readonly Term[]) => boolean {
  const alone = new Map<string, string>()
  const joined = (some: readonly Term[]) => some.map(({ term }) => term).join(' ')
  return (text, held) => {
    const read = alone.get(text) ?? joined(terms(text))
    alone.set(text, read)
    return read !== '' && read === joined(held) && held.every(({ term }) => index.frequency(term) > 0)
  }
}

function countTopics({ facts, index }: Pick<Generation, 'facts' | 'index'>): ReadonlyMap<string, Draft> {
  const reports = facts.flatMap((fact) => fact.reports)
  const cases = casesByArticle(reports)
  const isFindable = findable(index)
  const drafts = new Map<string, Draft>()
  const seen = new Set<string>()
  for (const report of reports) {
    const { article, paragraph, sentence } = report
    for (const { start, end, kind } of topicCandidates(report, cases.get(article) ?? readCases([]))) {
      const text = sentence.text.slice(start, end)
      const held = sentence.terms.filter((term) => term.start >= start && term.end <= end)
      if (text.length < minLength || text.length > maxLength || plainLine(text) !== text) continue
      if (!isFindable(text, held)) continue
      // Several clauses of a sentence may be reports.
      const place = `${article.file}#${paragraph.number}#${sentence.start + start}-${end - start}-${kind}`
      if (seen.has(place)) continue
      seen.add(place)
      const key = keyOf(held)
      const draft = drafts.get(key) ?? {
        forms: new Map(),
        paragraphs: new Set(),
        uses: { name: 0, phrase: 0, word: 0 },
      }
      drafts.set(key, draft)
      draft.forms.set(text, (draft.forms.get(text) ?? 0) + 1)
      draft.paragraphs.add(paragraph)
      draft.uses[kind]++
    }
  }
  return drafts
}

function kindOf({ uses: { name, phrase, word } }: Draft): TopicKind {
  if (name > 0 && 2 * name >= word) return 'name'
  return phrase > 0 ? 'phrase' : 'word'
}

/** The keys of names and phrases that stand nowhere but inside one longer name, or phrase, which is the topic then. */
function partsOfLonger(drafts: ReadonlyMap<string, Draft>): ReadonlySet<string> {
  const parts = new Set<string>()
  for (const [key, draft] of drafts) {
    const kind = kindOf(draft)
    if (kind === 'phrase' && draft.paragraphs.size < minUsesOfPhrase) continue
    const stems = key.split(' ')
    for (let length = 1; length < stems.length; length++) {
      for (let from = 0; from + length <= stems.length; from++) {
        const part = stems.slice(from, from + length).join(' ')
        const shorter = drafts.get(part)
        if (shorter === undefined || shorter.paragraphs.size > draft.paragraphs.size) continue
        if (kind === 'name' || kindOf(shorter) === 'phrase') parts.add(part)
      }
    }
  }
  return parts
}

/** The forms of a topic, the one to show first: the most used; of equals a country's own name, then in order of letters. */
function formsOf({ forms }: Draft): readonly string[] {
  const isPlainName = (text: string) => Number(!isNationality(normalise(text)))
  return [...forms]
    .sort(
      ([a, usesOfA], [b, usesOfB]) =>
        isPlainName(b) - isPlainName(a) || usesOfB - usesOfA || (a < b ? -1 : Number(a > b)),
    )
    .map(([text]) => text)
}

/**
 * What the articles report on, names and frequent phrases before single words, the most used first; ties in the order of
 * letters. Each is read in a report of a fact, so that `/facts` finds something for it.
 */
export function readTopics(generation: Pick<Generation, 'facts' | 'index'>): readonly Topic[] {
  const drafts = countTopics(generation)
  const parts = partsOfLonger(drafts)
  return [...drafts]
    .filter(
      ([key, draft]) => !parts.has(key) && (kindOf(draft) !== 'phrase' || draft.paragraphs.size >= minUsesOfPhrase),
    )
    .map(([, draft]) => {
      const forms = formsOf(draft)
      return { text: forms[0] ?? '', forms, paragraphs: draft.paragraphs.size, isWord: kindOf(draft) === 'word' }
    })
    .sort((a, b) => Number(a.isWord) - Number(b.isWord) || b.paragraphs - a.paragraphs || (a.text < b.text ? -1 : 1))
    .slice(0, maxTopics)
    .map(({ text, forms, paragraphs }) => ({ text, forms, paragraphs }))
}
