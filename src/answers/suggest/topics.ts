import type { Article, Paragraph } from '../../corpus/article/article.ts'
import type { Sentence } from '../../language/analysis/sentence.ts'
import type { Range } from '../../language/text/range.ts'
import { normalise, plainLine } from '../../language/tokens/normalise.ts'
import { stem, type Term, terms } from '../../language/tokens/terms.ts'
import { isNationality } from '../../language/vocabulary/countries.ts'
import type { Generation } from '../../library/generation/generation.ts'
import type { Claim } from '../../reading/facts/extract/claim.ts'
import { readCases, type WordCases } from '../../reading/facts/extract/name-mentions.ts'
import { groupBy } from '../../resources/group-by.ts'
import { type Steps, takeAll } from '../../resources/steps.ts'
import type { TermStatistics } from '../../search/terms/term-statistics.ts'
import { type TopicKind, topicCandidates } from './topic-candidates.ts'

/** A topic that the articles report on: a name, a phrase or a word, as they write it. */
export interface Topic {
  /** The form that they use most. */
  readonly text: string
  /** Every form that they use ("Ukraine", "Ukrainian"), including `text`. */
  readonly forms: readonly string[]
  /** The number of paragraphs that it occurs in. */
  readonly paragraphs: number
}

const maxTopics = 5000
const maxLength = 60
const minLength = 2
const minUsesOfPhrase = 2

/** A form of a topic: its terms in text order. */
interface Form {
  readonly terms: string
  uses: number
}

/** A topic that has occurred once so far. Most occur only once, so a draft for each would take much memory. */
interface Use {
  readonly text: string
  readonly terms: string
  readonly kind: TopicKind
  readonly paragraph: Paragraph
}

/** A topic while it is being counted. */
interface Draft {
  readonly forms: Map<string, Form>
  readonly paragraphs: Set<Paragraph>
  readonly uses: Record<TopicKind, number>
}

/** A sentence with the parts of it that report facts. */
interface Reporting {
  readonly article: Article
  readonly paragraph: Paragraph
  readonly parts: Range[]
}

function reportingSentences(reports: readonly Claim[]): ReadonlyMap<Sentence, Reporting> {
  const found = new Map<Sentence, Reporting>()
  for (const { article, paragraph, sentence, focus } of reports) {
    const known = found.get(sentence)
    if (known) known.parts.push(focus)
    else found.set(sentence, { article, paragraph, parts: [focus] })
  }
  return found
}

function* casesByArticle(sentences: ReadonlyMap<Sentence, Reporting>): Steps<ReadonlyMap<Article, WordCases>> {
  const cases = new Map<Article, WordCases>()
  for (const [article, own] of groupBy(sentences, ([, { article: from }]) => from)) {
    cases.set(article, readCases(own.map(([sentence]) => sentence)))
    yield
  }
  return cases
}

function isWithin(range: Range, parts: readonly Range[]): boolean {
  return parts.some(({ start, end }) => range.start >= start && range.end <= end)
}

/** The topics of a sentence, each with its key. Case and plural do not change the key, and all forms of a country have the same key. */
function* topicsIn(sentence: Sentence, { parts, paragraph }: Reporting, cases: WordCases): Generator<[string, Use]> {
  for (const candidate of topicCandidates(sentence, cases)) {
    const { start, end, kind } = candidate
    if (end - start < minLength || end - start > maxLength || !isWithin(candidate, parts)) continue
    const held = sentence.terms.filter((term) => term.start >= start && term.end <= end)
    // A topic begins and ends with a word that can be searched for; a phrase has at least two such words.
    if (held[0]?.start !== start || held.at(-1)?.end !== end || (kind === 'phrase' && held.length < 2)) continue
    const key = held.map(({ term, folded }) => (term.startsWith('@') ? term : stem(folded))).join(' ')
    yield [key, { text: sentence.text.slice(start, end), terms: joined(held), kind, paragraph }]
  }
}

function joined(terms: readonly Term[]): string {
  return terms.map(({ term }) => term).join(' ')
}

function emptyDraft(): Draft {
  return { forms: new Map(), paragraphs: new Set(), uses: { name: 0, phrase: 0, word: 0 } }
}

function addUse({ forms, paragraphs, uses }: Draft, { text, terms: held, kind, paragraph }: Use): void {
  const form = forms.get(text) ?? { terms: held, uses: 0 }
  form.uses++
  forms.set(text, form)
  paragraphs.add(paragraph)
  uses[kind]++
}

function* countTopics({ facts }: Pick<Generation, 'facts'>): Steps<ReadonlyMap<string, Draft>> {
  const sentences = reportingSentences(facts.flatMap((fact) => fact.reports))
  const cases = yield* casesByArticle(sentences)
  const once = new Map<string, Use>()
  const drafts = new Map<string, Draft>()
  for (const [sentence, place] of sentences) {
    for (const [key, use] of topicsIn(sentence, place, cases.get(place.article) ?? readCases([]))) {
      const known = drafts.get(key)
      const first = once.get(key)
      if (known !== undefined) addUse(known, use)
      else if (first === undefined) once.set(key, use)
      else {
        const draft = emptyDraft()
        addUse(draft, first)
        addUse(draft, use)
        drafts.set(key, draft)
        once.delete(key)
      }
    }
    yield
  }
  for (const [key, use] of once) {
    if (use.kind === 'phrase') continue
    const draft = emptyDraft()
    addUse(draft, use)
    drafts.set(key, draft)
  }
  return drafts
}

function kindOf({ uses: { name, phrase, word } }: Draft): TopicKind {
  if (name > 0 && 2 * name >= word) return 'name'
  return phrase > 0 ? 'phrase' : 'word'
}

/** The keys of names and phrases that occur only inside one longer name or phrase; the longer one is the topic then. */
function* partsOfLonger(drafts: ReadonlyMap<string, Draft>): Steps<ReadonlySet<string>> {
  const parts = new Set<string>()
  for (const [key, draft] of drafts) {
    yield
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

/**
 * The forms of a topic that a search can find its reports with. A country's name comes before its adjective, then the most used form, then
 * alphabetical order. A form must have the same terms when it is alone, and the index must contain each term; otherwise the search would
 * treat them as misspelt words.
 */
function formsOf({ forms }: Draft, statistics: TermStatistics): readonly string[] {
  const isPlainName = (text: string) => Number(!isNationality(normalise(text)))
  return [...forms]
    .filter(([text, form]) => {
      const alone = plainLine(text) === text ? terms(text) : []
      return joined(alone) === form.terms && alone.every(({ term }) => statistics.frequency(term) > 0)
    })
    .sort(
      ([a, { uses: usesOfA }], [b, { uses: usesOfB }]) =>
        isPlainName(b) - isPlainName(a) || usesOfB - usesOfA || (a < b ? -1 : Number(a > b)),
    )
    .map(([text]) => text)
}

/** The same as `readTopics`, in steps of a few milliseconds at most. */
export function* topicSteps(generation: Pick<Generation, 'facts' | 'statistics'>): Steps<readonly Topic[]> {
  const drafts = yield* countTopics(generation)
  const parts = yield* partsOfLonger(drafts)
  const ordered = [...drafts]
    .filter(
      ([key, draft]) => !parts.has(key) && (kindOf(draft) !== 'phrase' || draft.paragraphs.size >= minUsesOfPhrase),
    )
    .map(([key, draft]) => ({ key, draft, isWord: kindOf(draft) === 'word', paragraphs: draft.paragraphs.size }))
    .sort((a, b) => Number(a.isWord) - Number(b.isWord) || b.paragraphs - a.paragraphs || (a.key < b.key ? -1 : 1))
  const topics: Topic[] = []
  for (const { draft, paragraphs } of ordered) {
    if (topics.length === maxTopics) break
    const forms = formsOf(draft, generation.statistics)
    if (forms[0] !== undefined) topics.push({ text: forms[0], forms, paragraphs })
    yield
  }
  return topics
}

/**
 * What the articles report on: names and frequent phrases before single words, the most used first; ties in the order of their stems. Each
 * topic occurs in a report of a fact, so that `/facts` finds something for it.
 */
export function readTopics(generation: Pick<Generation, 'facts' | 'statistics'>): readonly Topic[] {
  return takeAll(topicSteps(generation))
}
