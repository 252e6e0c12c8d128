import type { Article } from '../../corpus/article/article.ts'
import { analyse } from '../../language/analysis/analysed-paragraph.ts'
import { isNameVariant, similarity } from '../../language/names/names.ts'
import { stopWords } from '../../language/tokens/stop-words.ts'
import { stem } from '../../language/tokens/terms.ts'
import { words } from '../../language/tokens/words.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { isHonorific, isRoleNoun, isTitle } from '../../reading/statements/lexicon/titles.ts'
import type { Statement } from '../../reading/statements/statement.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import { once } from '../../resources/once.ts'
import type { QuotationItem } from '../answer/answer.ts'
import { statementItem } from './statement-item.ts'

/** Who said something, and about what. */
export interface SpeakerQuery {
  /** A name, a surname, a role or an office, as typed. */
  readonly speaker: string
  /** How much of the topic some terms hold, 0 to 1; null if every statement is asked for. */
  readonly topic: ((terms: ReadonlySet<string>) => number) | null
  readonly article?: Article | undefined
}

/** What a speaker said, as far as it is quoted. */
export interface SaidAbout {
  /** The speakers that are meant, as the articles name them; empty if nobody who is quoted is meant. */
  readonly speakers: readonly string[]
  /** Whether the words can mean a person or an office at all. */
  readonly isPerson: boolean
  /** The statements about the topic, best first. */
  readonly items: readonly QuotationItem[]
}

const minSimilarity = 0.92
/** How many words on each side of a name may say who that is. */
const roleReach = 8
/** The minimum share of the topic in a statement with its paragraph and the sentence before. */
const minTopic = 0.5

/** The words that may be a speaker's name, and those that may say who the speaker is. */
interface AskedSpeaker {
  readonly names: readonly string[]
  readonly roles: readonly string[]
}

/** The words of a name or a role. A title is no part of a name: "Mayor Okafor" means Okafor. */
function askedSpeaker(text: string): AskedSpeaker {
  const roles = words(text)
    .map(({ folded }) => folded)
    .filter((word) => !stopWords.has(word) && !isHonorific(word))
  return { names: roles.filter((word) => !isTitle(word)), roles }
}

const sameWord = (a: string, b: string): boolean =>
  a === b || isNameVariant(a, b) || (b.length > 3 && similarity(a, b) >= minSimilarity)

/** The stems of the words around the mentions of a name in an article: roles, offices, places of work. */
function describedAs(name: string, article: Article): ReadonlySet<string> {
  const last = words(name).at(-1)?.folded
  const found = new Set<string>()
  for (const paragraph of article.paragraphs) {
    const analysed = analyse(paragraph)
    const all = analysed.words
    all.forEach(({ folded, start, end }, at) => {
      if (folded !== last) return
      const around = analysed.sentencesAround({ start, end })
      for (const word of all.slice(Math.max(0, at - roleReach), at + roleReach + 1)) {
        if (word.start >= around.start && word.end <= around.end) found.add(stem(word.folded))
      }
    })
  }
  return found
}

/** What an article says about a speaker: the words around the name, and whether it has a term at all. */
interface Background {
  readonly described: ReadonlySet<string>
  readonly mentions: (term: string) => boolean
}

/** How well a speaker fits: 3 by name, 2 by a role next to the name, 1 by a role and the rest of the article, 0 not at all. */
function fitOf(
  { names, roles }: AskedSpeaker,
  { content: { speaker, role } }: Utterance,
  background: Background,
): number {
  if (roles.length === 0 || speaker === null) return 0
  const own = words(speaker).map(({ folded }) => folded)
  if (names.length > 0 && names.every((word) => own.some((part) => sameWord(part, word)))) return 3
  const roleStems = new Set([
    ...background.described,
    ...words(role ?? '').map(({ folded }) => stem(folded)),
    ...own.map(stem),
  ])
  if (roles.every((word) => roleStems.has(stem(word)))) return 2
  // "The singer's lawyer", "the mayor of Elderport": the article says the rest elsewhere.
  const isInRole = (word: string) => isRoleNoun(word) && roleStems.has(stem(word))
  return roles.some(isInRole) && roles.every((word) => isInRole(word) || background.mentions(stem(word))) ? 1 : 0
}

/** How much of a topic a statement holds: most for its own words, less for its sentences, its paragraph, and the paragraph before. */
function topicShare(
  topic: (terms: ReadonlySet<string>) => number,
  { article, paragraph, around, termSet, aroundTerms }: Utterance,
) {
  const analysed = analyse(paragraph)
  const before = article.paragraphs[paragraph.number - 2]
  const sentenceBefore = before === undefined || around.start > 0 ? [] : (analyse(before).sentences.at(-1)?.terms ?? [])
  const near = topic(new Set([...analysed.terms, ...sentenceBefore].map(({ term }) => term)))
  return { near, score: 0.5 * topic(termSet) + 0.3 * topic(aroundTerms) + 0.2 * near }
}

/** What a speaker is quoted as saying, perhaps about a topic: best first, then in article order. */
export function saidAbout(generation: Generation, { speaker, topic, article }: SpeakerQuery): SaidAbout {
  const asked = askedSpeaker(speaker)
  const inScope = generation.utterances.filter(
    ({ article: from, form }) => form !== 'reported' && (article === undefined || from === article),
  )
  const backgrounds = new Map<string, Background>()
  const backgroundOf = ({ article: own, content }: Utterance): Background => {
    const key = `${own.id} ${content.speaker}`
    const known = backgrounds.get(key)
    if (known !== undefined) return known
    const all = once(() => new Set(own.paragraphs.flatMap((one) => analyse(one).terms.map(({ term }) => term))))
    const made = { described: describedAs(content.speaker ?? '', own), mentions: (term: string) => all().has(term) }
    backgrounds.set(key, made)
    return made
  }
  const fits = new Map(inScope.map((one) => [one, fitOf(asked, one, backgroundOf(one))]))
  const best = Math.max(0, ...fits.values())
  const isPerson = asked.roles.some(
    (word) => isTitle(word) || isRoleNoun(word) || generation.vocabulary.isName(stem(word)),
  )
  if (best === 0) return { speakers: [], isPerson, items: [] }
  const isMeant = (one: Utterance) => fits.get(one) === best
  const speakers = [...new Set(inScope.filter(isMeant).flatMap(({ content }) => content.speaker ?? []))]
  const said = generation.statements.flatMap((statement: Statement) => {
    const [first, ...others] = statement.filter(isMeant)
    if (first === undefined) return []
    if (topic === null) return [{ first, others, score: 0 }]
    const scored = [first, ...others].map((one) => ({ one, ...topicShare(topic, one) }))
    const top = scored.reduce((most, other) => (other.score > most.score ? other : most))
    if (top.near < minTopic) return []
    return [{ first: top.one, others: [first, ...others].filter((one) => one !== top.one), score: top.score }]
  })
  return {
    speakers,
    isPerson: true,
    items: said
      .toSorted((a, b) => b.score - a.score)
      .map(({ first, others }) => statementItem(generation, first, others)),
  }
}
