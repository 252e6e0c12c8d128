import type { Article } from '../../../corpus/article/article.ts'
import { lettersOf, mayBeSimilar } from '../../../language/names/letter-set.ts'
import { isNameVariant, sameSpelling, similarity } from '../../../language/names/names.ts'
import { stopWords } from '../../../language/tokens/stop-words.ts'
import { stem } from '../../../language/tokens/terms.ts'
import { words } from '../../../language/tokens/words.ts'
import type { Generation } from '../../../library/generation/generation.ts'
import { isHonorific, isRoleNoun, isTitle } from '../../../reading/statements/lexicon/titles.ts'
import type { Utterance } from '../../../reading/statements/utterances.ts'
import { oncePerKey } from '../../../resources/once-per-key.ts'
import { type Background, readBackgrounds } from './speaker-background.ts'
import { labelOf, type PlacedUtterance, type SpeakerIndex, speakerIndex } from './speaker-index.ts'

const minSimilarity = 0.92
/** A speaker whose name fits has more than this, one whose source fits `unnamedFit`. */
const nameOnly = 2
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
  const each = asked.map((word) => Math.max(0, ...own.map((part) => likeness(part, word))))
  return each.includes(0) ? 0 : each.reduce((sum, fit) => sum + fit, 0) / each.length
}

/** An utterance with how well its speaker fits. */
interface Fit extends PlacedUtterance {
  readonly fit: number
}

/** The utterances of the speakers whose names have all words asked for. */
function fitsByName({ nameWords }: SpeakerIndex, { names }: AskedSpeaker): readonly Fit[] {
  const [first] = names
  if (first === undefined) return []
  const likely = [...nameWords].flatMap(([word, speakers]) => (likeness(word, first) > 0 ? speakers : []))
  return [...new Set(likely)].flatMap(({ words: own, utterances }) => {
    const fit = nameFit(names, own)
    return fit === 0 ? [] : utterances.map((placed) => ({ ...placed, fit: nameOnly + fit }))
  })
}

/** The utterances of unnamed speakers whose description in the article has all the words asked for ("officials"). */
function fitsBySource({ unnamed }: SpeakerIndex, { roles }: AskedSpeaker): readonly Fit[] {
  return unnamed
    .filter(({ stems }) => roles.every((asked) => stems.has(asked.stem)))
    .flatMap(({ utterances }) => utterances.map((placed) => ({ ...placed, fit: unnamedFit })))
}

/** The utterances in an article of the speakers who have the role asked for. */
function fitsInArticle(
  utterances: readonly PlacedUtterance[],
  { roles }: AskedSpeaker,
  { described, mayDescribe, mentions }: Background,
  labelsWith: SpeakerIndex['labelsWith'],
): readonly Fit[] {
  const missing = roles.filter((asked) => !mayDescribe(asked.stem))
  // Most articles lack one of the words, so that nothing else of them needs to be read.
  if (missing.some((asked) => labelsWith(asked.stem).size === 0)) return []
  return utterances.flatMap((placed) => {
    const label = labelOf(placed.utterance)
    if (!missing.every((asked) => labelsWith(asked.stem).has(label))) return []
    const around = described(placed.utterance.content.speaker ?? '')
    const isOfSpeaker = (asked: AskedRole) => around.has(asked.stem) || labelsWith(asked.stem).has(label)
    if (roles.every(isOfSpeaker)) return [{ ...placed, fit: 2 }]
    // "The singer's lawyer", "the mayor of Elderport": the article says the rest elsewhere.
    const isInRole = (asked: AskedRole) => asked.isRoleNoun && isOfSpeaker(asked)
    const isRole = roles.some(isInRole) && roles.every((asked) => isInRole(asked) || mentions(asked.stem))
    return isRole ? [{ ...placed, fit: 1 }] : []
  })
}

/**
 * How well the speakers fit: more than 2 by name, 2.5 for an unnamed speaker whose description has the words asked for ("officials"), 2 by a role
 * next to the name, 1 by a role and the rest of the article; those that do not fit are missing.
 * A name next to the speaker's name is somebody else.
 */
async function fitsOf(
  generation: Generation,
  text: string,
  asked: AskedSpeaker,
  article: Article | undefined,
): Promise<readonly Fit[]> {
  if (asked.roles.length === 0) return []
  const index = speakerIndex(generation.utterances)
  const fits = [...fitsByName(index, asked), ...fitsBySource(index, asked)].filter(
    ({ utterance }) => article === undefined || utterance.article === article,
  )
  const { isName } = generation.vocabulary
  // Words that are all names cannot be a role.
  if (fits.length > 0 || asked.roles.every((role) => isName(role.stem) && !role.isRoleNoun)) return fits
  const backgroundIn = await readBackgrounds(generation, text)
  const labelsWith = oncePerKey(index.labelsWith)
  const searched = article === undefined ? index.byArticle.keys() : [article]
  return [...searched].flatMap((one) =>
    fitsInArticle(index.byArticle.get(one) ?? [], asked, backgroundIn(one), labelsWith),
  )
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
  const fits = await fitsOf(generation, text, asked, article)
  const best = fits.reduce((most, { fit }) => Math.max(most, fit), 0)
  const meant = fits.filter(({ fit }) => fit === best).sort((a, b) => a.at - b.at)
  const utterances = meant.map(({ utterance }) => utterance)
  return {
    utterances: new Set(utterances),
    names: [...new Set(utterances.flatMap(({ content, source }) => content.speaker ?? source ?? []))],
    isPerson:
      best > 0 || asked.roles.some((role) => role.isRoleNoun || isTitle(role.folded) || vocabulary.isName(role.stem)),
  }
}
