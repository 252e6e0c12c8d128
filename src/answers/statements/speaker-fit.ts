import type { Article } from '../../corpus/article/article.ts'
import { isNameVariant, similarity } from '../../language/names/names.ts'
import { stopWords } from '../../language/tokens/stop-words.ts'
import { stem } from '../../language/tokens/terms.ts'
import { words } from '../../language/tokens/words.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { isHonorific, isRoleNoun, isTitle } from '../../reading/statements/lexicon/titles.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import { fullNames } from './short-names.ts'
import { type Background, readBackgrounds } from './speaker-background.ts'

const minSimilarity = 0.92
const unnamedFit = 2.5

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

/** How alike two words of names are: 1 for spellings of one name, less for a typo, 0 for others. */
function likeness(own: string, asked: string): number {
  if (own === asked || isNameVariant(own, asked)) return 1
  const alike = asked.length > 3 ? similarity(own, asked) : 0
  return alike >= minSimilarity ? alike : 0
}

/** How well a name has the words asked for: 1 if it has all of them, less for typos, 0 if it lacks one. */
function nameFit(asked: readonly string[], own: readonly string[]): number {
  if (asked.length === 0) return 0
  const each = asked.map((word) => Math.max(0, ...own.map((part) => likeness(part, word))))
  return each.includes(0) ? 0 : each.reduce((sum, fit) => sum + fit, 0) / each.length
}

/**
 * How well a speaker fits: more than 2.5 by name, 2.5 if the article names the speaker just so ("officials"), 2 by a role next to the name, 1
 * by a role and the rest of the article, 0 not at all.
 * A name next to the speaker's name is somebody else.
 */
function fitOf(
  { roles }: AskedSpeaker,
  utterance: Utterance,
  nameFitOf: (speaker: string) => number,
  backgroundOf: (utterance: Utterance) => Background,
  isName: (term: string) => boolean,
): number {
  const { speaker, role } = utterance.content
  if (roles.length === 0) return 0
  if (speaker === null) {
    const source = new Set(words(utterance.source ?? '').map(({ folded }) => stem(folded)))
    return roles.every((word) => source.has(stem(word))) ? unnamedFit : 0
  }
  const byName = nameFitOf(speaker)
  if (byName > 0) return 2 + byName
  if (roles.every((word) => isName(stem(word)) && !isRoleNoun(word))) return 0
  const { described, mentions } = backgroundOf(utterance)
  const own = words(`${role ?? ''} ${speaker}`).map(({ folded }) => stem(folded))
  const roleStems = new Set([...described, ...own])
  if (roles.every((word) => roleStems.has(stem(word)))) return 2
  // "The singer's lawyer", "the mayor of Elderport": the article says the rest elsewhere.
  const isInRole = (word: string) => isRoleNoun(word) && roleStems.has(stem(word))
  return roles.some(isInRole) && roles.every((word) => isInRole(word) || mentions(stem(word))) ? 1 : 0
}

/** The utterances of the speakers that are meant by a name, a surname, a role or an office. */
export interface MeantSpeakers {
  readonly utterances: ReadonlySet<Utterance>
  /** The speakers as the articles name them. */
  readonly names: readonly string[]
  /** Whether the words can mean a person or an office at all. */
  readonly isPerson: boolean
}

/** Finds the speakers, of all articles or of one, that fit best to what was typed. */
export async function meantSpeakers(
  generation: Generation,
  text: string,
  article: Article | undefined,
): Promise<MeantSpeakers> {
  const { vocabulary } = generation
  const asked = askedSpeaker(text)
  const full = fullNames(generation.utterances)
  const nameFits = new Map<string, number>()
  const nameFitOf = (speaker: string): number => {
    const known = nameFits.get(speaker)
    if (known !== undefined) return known
    const own = words(full.get(speaker) ?? speaker).map(({ folded }) => folded)
    const fit = nameFit(asked.names, own)
    nameFits.set(speaker, fit)
    return fit
  }
  const backgroundOf = await readBackgrounds(generation, text, article)
  const isName = (term: string) => vocabulary.isName(term)
  const inScope = generation.utterances.filter((one) => article === undefined || one.article === article)
  const fits = inScope.map((utterance) => ({
    utterance,
    fit: fitOf(asked, utterance, nameFitOf, backgroundOf, isName),
  }))
  const best = fits.reduce((most, { fit }) => Math.max(most, fit), 0)
  const meant = fits.flatMap(({ utterance, fit }) => (best > 0 && fit === best ? [utterance] : []))
  return {
    utterances: new Set(meant),
    names: [...new Set(meant.flatMap(({ content, source }) => content.speaker ?? source ?? []))],
    isPerson: best > 0 || asked.roles.some((word) => isTitle(word) || isRoleNoun(word) || isName(stem(word))),
  }
}
