import type { Article, Paragraph } from '../../../corpus/article/article.ts'
import type { Sentence } from '../../../language/analysis/sentence.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import type { Utterance } from '../../statements/utterances.ts'
import { annotateSentence } from './annotated-sentence.ts'
import { citedSource } from './cited-source.ts'
import type { CitedSource, Claim, Setting } from './claim.ts'
import { contentOf } from './claim-content.ts'
import { clausesOf } from './clauses.ts'
import { type Name, namesIn, readCases } from './name-mentions.ts'
import { reportsNothing } from './reports-nothing.ts'
import { namesByRole, readRoleAliases } from './role-aliases.ts'
import { readStatedSources } from './stated-source.ts'

/** A sentence of a body paragraph in its article. */
export interface PlacedSentence {
  readonly paragraph: Paragraph
  readonly sentence: Sentence
}

/** A longer sentence, in UTF-16 units, is a list or an extraction error. */
const longest = 1_500
/** A sentence with more figures is a table. */
const maxFigures = 16
const minTerms = 3
const minContentTerms = 2
const question = /\?["'\u201d\u2019)]*$/
// Hypothetical, not reported as real.
const condition = /^(?:if|suppose|assuming|let|were|unless|whether)\b|\bthat if\b/i
// The article's own opinion or advice, or it addresses the reader.
const opinion = unicodeRegExp(
  String.raw`^(?:i|we|you|let us|let's|perhaps|maybe|unfortunately|sadly|fortunately|clearly|surely|hopefully|it is time|imagine|consider)\b(?![^.]*["\u201d])|\b(?:in (?:my|our) (?:view|opinion)|i (?:think|believe|feel)|we (?:must|should|need to))\b(?![^.]*["\u201d])`,
  'i',
)

const opening = 2
const oftenMentioned = 3

function settingOf(sentences: readonly (readonly Name[])[]): Setting {
  const counts = new Map<string, number>()
  for (const { key } of sentences.flat()) counts.set(key, (counts.get(key) ?? 0) + 1)
  const first = sentences.slice(0, opening).flat()
  const often = [...counts].filter(([, count]) => count >= oftenMentioned).map(([key]) => key)
  return { mentioned: new Set(counts.keys()), central: new Set([...first.map(({ key }) => key), ...often]) }
}

/**
 * What the sentences of an article report. A sentence that is a question, an opinion, a lead-in or too short reports nothing; otherwise one
 * report, or one per clause with its own figure, plus one per clause that another article may report separately. `utterances` are the
 * article's, which tell who says it.
 */
export function claimsOf(
  article: Article,
  sentences: readonly PlacedSentence[],
  utterances: readonly Utterance[],
): Claim[] {
  const cases = readCases(sentences.map(({ sentence }) => sentence))
  const read = sentences
    .filter(
      ({ sentence: { text, figures } }) =>
        text.length <= longest &&
        figures.length <= maxFigures &&
        !question.test(text) &&
        !condition.test(text) &&
        !reportsNothing(text),
    )
    .map((placed) => ({ ...placed, names: namesIn(placed.sentence, cases) }))
  const roles = readRoleAliases(read)
  const setting = settingOf(read.map(({ names }) => names))
  const withRoles = read.map((named) => {
    const byRole = namesByRole(named.sentence, named.names, roles)
    return { ...named, names: [...named.names, ...byRole].sort((a, b) => a.start - b.start) }
  })
  const statedSources = readStatedSources(withRoles, utterances)
  let before: CitedSource | null = null
  const claims: Claim[] = []
  for (const named of withRoles) {
    const { paragraph, sentence, names } = named
    const marked = annotateSentence(sentence, names, cases, article.date)
    const first = claims.length
    for (const clause of clausesOf(sentence)) {
      const content = contentOf(marked, clause)
      const said = sentence.terms.filter(({ start, end }) => start >= clause.start && end <= clause.end).length
      const isTooShort =
        said + content.figures.length + content.negations.length < minTerms || content.terms.size < minContentTerms
      if (content.terms.size === 0 || (isTooShort && !clause.isMain)) continue
      const isMain = clause.isMain && !isTooShort && !opinion.test(sentence.text)
      const stated = statedSources(named, clause, content.attributed)
      const source = citedSource({ named, clause, stated, before })
      const focus = { start: clause.start, end: clause.end }
      claims.push({ article, index: claims.length, paragraph, sentence, focus, content, setting, source, isMain })
    }
    before = claims.slice(first).find(({ source }) => source !== null)?.source ?? null
  }
  return claims
}
