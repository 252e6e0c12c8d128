import { wordsOf } from '../../../language/analysis/recent-words.ts'
import type { Sentence } from '../../../language/analysis/sentence.ts'
import { wordsIn } from '../../../language/analysis/words-in-range.ts'
import { type NamedTime, namedTime } from '../../../language/dates/time/named-time.ts'
import { overlaps, type Range } from '../../../language/text/range.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'
import type { Word } from '../../../language/tokens/words.ts'
import { negationSource } from '../../../language/vocabulary/negation.ts'
import { isTitle } from '../../statements/lexicon/titles.ts'
import { discourseWords, reportingVerbs } from '../lexicon/reporting-verbs.ts'
import { phrasesIn } from '../lexicon/set-phrases.ts'
import { conceptOf, isEvent } from '../lexicon/synonym-classes.ts'
import { isTitleWord, type Name, type WordCases } from './name-mentions.ts'
import { type CountedFigure, countedFigures } from './quantities.ts'

/** A word or phrase that carries content. */
export interface Mark extends Range {
  readonly concept: string
  /** Whether it denotes an event or action. */
  readonly isAct: boolean
}

/** A sentence with everything its clauses are read from, computed once. Offsets are relative to the sentence. */
export interface AnnotatedSentence {
  readonly sentence: Sentence
  readonly cases: WordCases
  /** Where the report begins, after any dateline. */
  readonly opening: number
  /** The first word. */
  readonly opener: Word | undefined
  /** Names, including offices that refer to a named person. */
  readonly names: readonly Name[]
  readonly times: readonly NamedTime[]
  readonly figures: readonly CountedFigure[]
  /** Content words and set phrases in order, without names, times and figures. */
  readonly marks: readonly Mark[]
  readonly negations: readonly Range[]
}

const negation = unicodeRegExp(
  negationSource([
    'no longer',
    'failed to',
    'refused to',
    'declined to',
    String.raw`den(?:y|ies|ied|ying)(?:\s+on\s+\w+day)?\s+that`,
  ]),
  'gi',
)
const dateline = unicodeRegExp(
  String.raw`^\p{Lu}[\p{L} .,'\u2019/-]{1,60}?\s*(?:[\u2013\u2014-]\s*)?\([\p{Lu}][\p{L}\p{N}& .-]{1,40}\)\s*[\u2013\u2014-]+\s*`,
)
// What precedes a verb in its base form.
const verbLead = /\b(?:to|will|would|not|can|cannot|could|must|should|may|might|shall|did|does|do)\s+$/i
const onlyTitles = unicodeRegExp(String.raw`^(?:[\s-]+[\p{L}]+){0,3}[\s-]+$`)

/** Whether a word is part of the title in front of a name ("special envoy Ana Lima"). */
function isTitleOfName(sentence: Sentence, word: Word, names: readonly Name[]): boolean {
  if (!isTitleWord(word)) return false
  const next = names.find(({ start }) => start >= word.end)
  if (next === undefined) return false
  const between = { start: word.end, end: next.start }
  return (
    onlyTitles.test(sentence.text.slice(between.start, between.end)) && wordsIn(sentence, between).every(isTitleWord)
  )
}

const quoted = /[\u201c"][^\u201c\u201d"]*[\u201d"]?/gu

/** The times of a sentence. "Tomorrow" in a quotation is relative to an unknown day, the day it was spoken. */
function timesIn({ text, times }: Sentence, today: string | null): readonly NamedTime[] {
  if (times.length === 0) return []
  const quotes = [...text.matchAll(quoted)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
  return times.map((time) => {
    const isSpoken = time.meaning.kind !== 'stated' && quotes.some((quote) => overlaps(quote, time))
    return namedTime(time, isSpoken ? null : today)
  })
}

/** Annotates a sentence. `names` are the names in it, `today` is the article's date in ISO form, or null. */
export function annotateSentence(
  sentence: Sentence,
  names: readonly Name[],
  cases: WordCases,
  today: string | null,
): AnnotatedSentence {
  const { text } = sentence
  const all = wordsOf(sentence)
  const termAt = new Set(sentence.terms.map(({ start }) => start))
  const times = timesIn(sentence, today)
  const figures = countedFigures(sentence)
  const phrases = phrasesIn(text)
  const ranges: readonly Range[] = [...names, ...times, ...figures, ...phrases]
  const denials = [...negation.matchAll(text)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
  const taken: readonly Range[] = [...ranges, ...denials]
  const marks: Mark[] = phrases.map(({ start, end, concept, isEvent: isAct }) => ({ start, end, concept, isAct }))
  for (const word of all) {
    const { start, end, folded } = word
    if (!termAt.has(start) || discourseWords.has(folded) || reportingVerbs.has(folded)) continue
    if (taken.some((range) => overlaps(word, range))) continue
    if ((isTitle(folded) && word.capital) || isTitleOfName(sentence, word, names)) continue
    const isAct = isEvent(folded) || verbLead.test(text.slice(Math.max(0, start - 16), start))
    marks.push({ start, end, concept: conceptOf(folded), isAct })
  }
  return {
    sentence,
    cases,
    opening: dateline.exec(text)?.[0].length ?? 0,
    opener: all[0],
    names,
    times,
    figures,
    marks: marks.sort((a, b) => a.start - b.start),
    negations: denials.filter((range) => !phrases.some((phrase) => overlaps(range, phrase))),
  }
}
