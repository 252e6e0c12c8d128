import type { Article } from '../../corpus/article/article.ts'
import { lettersOf, mayBeSimilar } from '../../language/names/letter-set.ts'
import { isNameVariant, sameSpelling, similarity } from '../../language/names/names.ts'
import { stopWords } from '../../language/tokens/stop-words.ts'
import { stem } from '../../language/tokens/terms.ts'
import { words } from '../../language/tokens/words.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { isHonorific, isRoleNoun, isTitle } from '../../reading/statements/lexicon/titles.ts'
import type { Utterance } from '../../reading/statements/utterances.ts'
import { oncePerKey } from '../../resources/once-per-key.ts'
import { fullNames } from './short-names.ts'
import { type Background, readBackgrounds } from './speaker-background.ts'

const minSimilarity = 0.92
const unnamedFit = 2.5

/** A word that may say who a speaker is. */
interface AskedRole {
  readonly folded: string
  readonly stem: string
  readonly isRoleNoun: boolean
}

/** The words that may be a speaker's name, and those that may say who the speaker is. */
interface AskedSpeaker {
  readonly names: readonly string[]
  readonly roles: readonly AskedRole[]
}

/** The words of a name or a role. A title is no part of a name: "Mayor Okafor" means Okafor. */
function askedSpeaker(text: string): AskedSpeaker {
  const asked = words(text)
    .map(({ folded }) => folded)
    .filter((word) => !stopWords.has(word) && !isHonorific(word))
  return {
    names: asked.filter((word) => !isTitle(word)),
    roles: asked.map((folded) => ({ folded, stem: stem(folded), isRoleNoun: isRoleNoun(folded) })),
  }
}

/** How alike two words of names are: 1 for spellings of one name, less for a typo, 0 for others. */
function likeness(own: string, asked: string): number {
  if (own === asked) return 1
  if (!mayBeSimilar(own, lettersOf(own), asked, lettersOf(asked), sameSpelling)) return 0
  if (isNameVariant(own, asked)) return 1
  const alike = asked.length > 3 ? similarity(own, asked) : 0
  return alike >= minSimilarity ? alike : 0
}

/** How well a name has the words asked for: 1 if it has all of them, less for typos, 0 if it lacks one. */
function nameFit(asked: readonly string[], own: readonly string[]): number {
  if (asked.length === 0) return 0
  const each = asked.map((word) => Math.max(0, ...own.map((part) => likeness(part, word))))
  return each.includes(0) ? 0 : each.reduce((sum, fit) => sum + fit, 0) / each.length
}

/** What the fit of a speaker depends on besides the words asked for. Each text is read once. */
interface Evidence {
  readonly nameFitOf: (speaker: string) => number
  readonly backgroundOf: (utterance: Utterance) => Background
  readonly stemsOf: (text: string) => ReadonlySet<string>
  /** Whether the words asked for are all names, so that they cannot be a role. */
  readonly areNames: boolean
}

/**
 * How well a speaker fits: more than 2.5 by name, 2.5 if the article names the speaker just so ("officials"), 2 by a role next to the name, 1
 * by a role and the rest of the article, 0 not at all.
 * A name next to the speaker's name is somebody else.
 */
function fitOf(
  { roles }: AskedSpeaker,
  utterance: Utterance,
  { nameFitOf, backgroundOf, stemsOf, areNames }: Evidence,
): number {
  const { speaker, role } = utterance.content
  if (roles.length === 0) return 0
  if (speaker === null) {
    const source = stemsOf(utterance.source ?? '')
    return roles.every((asked) => source.has(asked.stem)) ? unnamedFit : 0
  }
  const byName = nameFitOf(speaker)
  if (byName > 0) return 2 + byName
  if (areNames) return 0
  const background = backgroundOf(utterance)
  const own = stemsOf(`${role ?? ''} ${speaker}`)
  // Most articles lack one of the words, so that nothing else of them needs to be read.
  if (!roles.every((asked) => background.mayDescribe(asked.stem) || own.has(asked.stem))) return 0
  const { described, mentions } = background
  const isOfSpeaker = (asked: AskedRole) => described.has(asked.stem) || own.has(asked.stem)
  if (roles.every(isOfSpeaker)) return 2
  // "The singer's lawyer", "the mayor of Elderport": the article says the rest elsewhere.
  const isInRole = (asked: AskedRole) => asked.isRoleNoun && isOfSpeaker(asked)
  return roles.some(isInRole) && roles.every((asked) => isInRole(asked) || mentions(asked.stem)) ? 1 : 0
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
  const evidence: Evidence = {
    nameFitOf: oncePerKey((speaker: string) =>
      nameFit(
        asked.names,
        words(full.get(speaker) ?? speaker).map(({ folded }) => folded),
      ),
    ),
    backgroundOf: await readBackgrounds(generation, text, article),
    stemsOf: oncePerKey((label: string) => new Set(words(label).map(({ folded }) => stem(folded)))),
    areNames: asked.roles.every((role) => vocabulary.isName(role.stem) && !role.isRoleNoun),
  }
  const inScope = generation.utterances.filter((one) => article === undefined || one.article === article)
  const fits = inScope.map((utterance) => ({ utterance, fit: fitOf(asked, utterance, evidence) }))
  const best = fits.reduce((most, { fit }) => Math.max(most, fit), 0)
  const meant = fits.flatMap(({ utterance, fit }) => (best > 0 && fit === best ? [utterance] : []))
  return {
    utterances: new Set(meant),
    names: [...new Set(meant.flatMap(({ content, source }) => content.speaker ?? source ?? []))],
    isPerson:
      best > 0 || asked.roles.some((role) => role.isRoleNoun || isTitle(role.folded) || vocabulary.isName(role.stem)),
  }
}
