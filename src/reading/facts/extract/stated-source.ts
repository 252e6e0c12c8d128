import type { Paragraph } from '../../../corpus/article/article.ts'
import type { Sentence } from '../../../language/analysis/sentence.ts'
import { firstWhere } from '../../../language/text/first-where.ts'
import { overlaps, type Range } from '../../../language/text/range.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import { groupBy } from '../../../resources/group-by.ts'
import { cueStrength } from '../../statements/lexicon/speech-verbs.ts'
import type { Stretch } from '../../statements/spans/attributed-statement.ts'
import type { Utterance } from '../../statements/utterances.ts'
import type { Name } from './name-mentions.ts'

/** A sentence of a body paragraph with the names in it. */
export interface NamedSentence {
  readonly paragraph: Paragraph
  readonly sentence: Sentence
  readonly names: readonly Name[]
}

/** Words of an article that name a source. The range is relative to the sentence. */
export interface SourceWords {
  readonly named: NamedSentence
  readonly range: Range
}

/** The named speaker of what a clause reports, as the reader of statements found it. */
export interface StatedSource {
  /** The words that name the speaker of this statement, a pronoun included, or null. */
  readonly mention: SourceWords | null
  /** The nearest place before with the speaker's full name, or null. */
  fullName(): SourceWords | null
}

/** Finds who says what a clause of a sentence reports. Sentences must be asked for in reading order. */
export type StatedSources = (named: NamedSentence, clause: Range, attributed: readonly Range[]) => StatedSource | null

/** At least this part of the clause, without its attribution, must belong to the statement. */
const minShare = 0.5
/** A full name is looked for in at most this many sentences before. */
const maxSentencesBack = 300
const letter = unicodeRegExp(String.raw`\p{L}`, '')

/** Whether somebody is the source of an utterance, not only the one who wants, believes or does what the article itself reports. */
const isSpeech = ({ form, content: { cue } }: Utterance): boolean =>
  form !== 'reported' || (cue !== null && (cue.includes(' ') || cueStrength(cue.toLowerCase()) === 'speech'))

/** Prepares the statements of an article for its sentences, which are in reading order. */
export function readStatedSources(
  sentences: readonly NamedSentence[],
  utterances: readonly Utterance[],
): StatedSources {
  const places = groupBy(sentences, ({ paragraph }) => paragraph.number)
  const stated = utterancesBySentence(places, utterances)
  const fullName = fullNameFinder(sentences)
  const wordsAt = (mention: Stretch): SourceWords | null => {
    const [named, second] = sentencesAt(places, mention)
    if (named === undefined || second !== undefined) return null
    const { start } = named.sentence
    return { named, range: { start: mention.start - start, end: mention.end - start } }
  }
  return (named, clause, attributed) => {
    const utterance = utteranceOf(named.sentence, clause, attributed, stated.get(named.sentence) ?? [])
    if (utterance === null || !isSpeech(utterance)) return null
    const { speaker, mention } = utterance.content
    return speaker === null ? null : { mention: mention && wordsAt(mention), fullName: () => fullName(speaker, named) }
  }
}

/** The sentences of each paragraph, by its number. */
type ByParagraph = ReadonlyMap<number, readonly NamedSentence[]>

/** The sentences that overlap a stretch of a paragraph. */
function sentencesAt(places: ByParagraph, { paragraph, start, end }: Stretch): readonly NamedSentence[] {
  const own = places.get(paragraph) ?? []
  const first = firstWhere(own, ({ sentence }) => sentence.end > start)
  const last = firstWhere(own, ({ sentence }) => sentence.start >= end)
  return own.slice(first, last)
}

function utterancesBySentence(
  places: ByParagraph,
  utterances: readonly Utterance[],
): ReadonlyMap<Sentence, readonly Utterance[]> {
  const found = new Map<Sentence, Utterance[]>()
  for (const utterance of utterances) {
    for (const stretch of utterance.attributed) {
      for (const { sentence } of sentencesAt(places, stretch)) {
        const own = found.get(sentence)
        if (own === undefined) found.set(sentence, [utterance])
        else if (own.at(-1) !== utterance) own.push(utterance)
      }
    }
  }
  return found
}

/** The utterance that has most of a clause outside its attribution, or null if none has enough. */
function utteranceOf(
  sentence: Sentence,
  clause: Range,
  attributed: readonly Range[],
  utterances: readonly Utterance[],
): Utterance | null {
  const terms = sentence.terms
    .filter((term) => overlaps(term, clause) && !attributed.some((range) => overlaps(term, range)))
    .map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start }))
  let best: Utterance | null = null
  let most = Math.max(1, terms.length * minShare)
  for (const utterance of utterances) {
    const covered = terms.filter((term) => utterance.attributed.some((stretch) => overlaps(term, stretch))).length
    if (covered < most || (best !== null && covered === most)) continue
    best = utterance
    most = covered
  }
  return best
}

/** Finds the last place with a full name, up to and including a sentence. Passes each sentence once for each name. */
function fullNameFinder(
  sentences: readonly NamedSentence[],
): (name: string, until: NamedSentence) => SourceWords | null {
  const positions = new Map(sentences.map(({ sentence }, at) => [sentence, at]))
  const known = new Map<string, { readonly searched: number; readonly found: SourceWords | null }>()
  return (name, { sentence }) => {
    const until = positions.get(sentence) ?? -1
    const before = known.get(name)
    const first = Math.max(before === undefined ? 0 : before.searched + 1, until - maxSentencesBack + 1)
    let found = before?.found ?? null
    for (let at = until; at >= first; at--) {
      const named = sentences[at]
      const range = named === undefined ? null : rangeOfName(named.sentence.text, name)
      if (named === undefined || range === null) continue
      found = { named, range }
      break
    }
    known.set(name, { searched: until, found })
    return found
  }
}

/** The last place of a name as whole words of a text, or null. */
function rangeOfName(text: string, name: string): Range | null {
  const start = text.lastIndexOf(name)
  const end = start + name.length
  if (start < 0 || letter.test(text.charAt(start - 1)) || letter.test(text.charAt(end))) return null
  return { start, end }
}
