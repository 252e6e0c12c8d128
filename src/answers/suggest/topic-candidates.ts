import { wordsOf } from '../../language/analysis/recent-words.ts'
import type { Sentence } from '../../language/analysis/sentence.ts'
import { figures } from '../../language/figures/figures.ts'
import { opensWithNumber } from '../../language/sentences/opening.ts'
import type { Range } from '../../language/text/range.ts'
import { stopWords } from '../../language/tokens/stop-words.ts'
import { stem } from '../../language/tokens/terms.ts'
import type { Word } from '../../language/tokens/words.ts'
import { isNationality } from '../../language/vocabulary/countries.ts'
import {
  determinerWords,
  isAdverb,
  isFunctionWord,
  possessivePronouns,
} from '../../language/vocabulary/function-words.ts'
import { baseForm } from '../../language/vocabulary/irregular-forms.ts'
import { nounKind } from '../../language/vocabulary/noun-kinds.ts'
import { isVerbStem } from '../../language/vocabulary/verbs.ts'
import { calendar, isTitleWord, namesIn, type WordCases } from '../../reading/facts/extract/name-mentions.ts'
import { discourseWords, reportingVerbs } from '../../reading/facts/lexicon/reporting-verbs.ts'

/** What a topic is: a name, several words in a row, or a single word. */
export type TopicKind = 'name' | 'phrase' | 'word'

/** A span of a sentence that may be a topic. */
export interface TopicCandidate extends Range {
  readonly kind: TopicKind
}

/** The maximum number of words in a phrase, not counting "of the". */
const maxPhrase = 4
const maxRemembered = 50_000

/** Results for each word, cached because the same words occur again and again. */
function remembered(tell: (folded: string) => boolean): (folded: string) => boolean {
  const known = new Map<string, boolean>()
  return (folded) => {
    const found = known.get(folded) ?? tell(folded)
    if (known.size >= maxRemembered) known.clear()
    known.set(folded, found)
    return found
  }
}

/** Whether a word says what something is about, and not when, how many, or how the sentence is built. */
const isTelling = remembered(
  (folded) =>
    !(
      stopWords.has(folded) ||
      isFunctionWord(folded) ||
      discourseWords.has(folded) ||
      reportingVerbs.has(folded) ||
      calendar.test(folded) ||
      isAdverb(folded) ||
      nounKind(stem(folded)) === 'time' ||
      opensWithNumber(folded) ||
      // "Million" is part of a figure, and so is "five".
      figures(folded).length > 0 ||
      figures(`a ${folded}`).length > 0 ||
      isVerbForm(folded)
    ),
)

/** Whether a word is a verb form that is not also a noun: a participle, or an irregular past ("held"). */
function isVerbForm(folded: string): boolean {
  if (/..[^e]ed$/.test(folded)) return true
  return isVerbStem(stem(folded)) && (folded.endsWith('ing') || baseForm(folded) !== folded)
}

/** Whether the word after this one is a noun, even if its stem is a verb's: "the guarantees". */
function announcesNoun(before: Word | undefined): boolean {
  return before !== undefined && (determinerWords.has(before.folded) || possessivePronouns.has(before.folded))
}

/** The words that may be part of a phrase, as runs of words with only a space or a hyphen between them. */
function runsOf(text: string, all: readonly Word[]): readonly (readonly Word[])[] {
  const runs: Word[][] = []
  let before: Word | undefined
  for (const word of all) {
    const joins = before !== undefined && /^[ -]$/.test(text.slice(before.end, word.start))
    const run = joins ? runs.at(-1) : undefined
    const fits =
      (run !== undefined && isConnector(word, before)) ||
      (isTelling(word.folded) && !(word.capital && isTitleWord(word)))
    if (!fits) before = undefined
    else {
      if (run === undefined) runs.push([word])
      else run.push(word)
      before = word
    }
  }
  return runs
}

/** Whether a word joins the words of a phrase: "Ministry of Trade", "coalition of the willing". */
function isConnector({ folded }: Word, before: Word | undefined): boolean {
  return folded === 'of' || (folded === 'the' && before?.folded === 'of')
}

/** Names of one or more words, and names of bodies with what they are of: "Ministry of Trade". */
function nameRanges(sentence: Sentence, cases: WordCases): readonly Range[] {
  const { text } = sentence
  const names = namesIn(sentence, cases)
  const joined = names.flatMap((name, at) => {
    const next = names[at + 1]
    if (next === undefined || !/^ of (?:the )?$/.test(text.slice(name.end, next.start))) return []
    return nounKind(stem(name.words.at(-1) ?? '')) === null ? [] : [{ start: name.start, end: next.end }]
  })
  return [...names, ...joined]
}

/** The spans of a sentence that may be topics: its names, and the words and phrases that say what it is about. */
export function topicCandidates(sentence: Sentence, cases: WordCases): readonly TopicCandidate[] {
  const names = nameRanges(sentence, cases)
  const found: TopicCandidate[] = names.map(({ start, end }) => ({ start, end, kind: 'name' }))
  /** Whether a span neither cuts a name nor just adds a description to a name of several words. */
  const fitsNames = (start: number, end: number) =>
    names.every((name) => {
      if (name.end <= start || name.start >= end) return true
      const isWithin = name.start >= start && name.end <= end
      return isWithin && !/[ -]/.test(sentence.text.slice(name.start, name.end))
    })
  const all = wordsOf(sentence)
  for (const run of runsOf(sentence.text, all)) {
    run.forEach((first, from) => {
      if (isConnector(first, run[from - 1])) return
      // A word that may be a verb counts as a noun only after "the" or a similar word, or after another word of its phrase.
      if (isVerbStem(stem(first.folded)) && !announcesNoun(all[all.indexOf(first) - 1])) return
      if (!first.capital || fitsNames(first.start, first.end)) {
        found.push({ start: first.start, end: first.end, kind: 'word' })
      }
      let count = 1
      for (let to = from + 1; to < run.length && count < maxPhrase; to++) {
        const last = run[to]
        if (last === undefined || isConnector(last, run[to - 1])) continue
        count++
        if (!isNationality(last.folded) && fitsNames(first.start, last.end))
          found.push({ start: first.start, end: last.end, kind: 'phrase' })
      }
    })
  }
  return found
}
