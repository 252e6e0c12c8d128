import { nounKind } from '../../../../language/vocabulary/noun-kinds.ts'
import type { Generation } from '../../../../library/generation/generation.ts'
import { isRoleNoun } from '../../../../reading/statements/lexicon/titles.ts'
import type { RequiredType } from '../../../answer/answer.ts'
import type { AnswerType } from '../../question/answer-type.ts'
import { focusOf, verbOf } from '../../question/asked-terms.ts'
import { isLightVerb, isLightWord } from '../../question/light-words.ts'
import { originalWording } from '../../question/original-wording.ts'
import { minSpans, type Question } from '../../question/parse-question.ts'
import { answersQuestion } from '../../rank/features/article-evidence.ts'
import { namesTheNoun, nounOf } from '../../rank/features/syntactic-evidence.ts'
import { textStyle } from '../../rank/text-style.ts'
import type { Rule } from './rule.ts'

// Rules about what a question asks for: a name, a figure, a date, a place.

const strictTypes: readonly RequiredType[] = ['figure', 'date', 'place', 'country', 'percent', 'money']

/** The type, if only a sentence that contains something of that type can be an answer; otherwise undefined. */
function strictType(type: AnswerType): RequiredType | undefined {
  return strictTypes.find((strict) => strict === type)
}

/** Types that most sentences contain something of, so the match must also be about the topic of the question. */
const openTypes: ReadonlySet<AnswerType> = new Set(['thing', 'reason', 'yes-no'])
/** Questions that state their type with the question word, not with a noun. */
const plainly = /^(?:when|where)\b|\b(?:how many|how much|what year|percent(?:age)?|countr(?:y|ies)|nations?)\b/i
// A place that is not a name: "in committee", "in the thymus". A time ("in the day") does not count.
const somewhere =
  /\b(?:in|at|near|inside|outside|across|throughout|through|on|from|to)\s+(?:(?:the|an?|its|his|her|their)\s+)?(?!(?:days?|weeks?|months?|years?|decades?|centur|mornings?|evenings?|nights?|time|\p{L}+day)\b)\p{L}{3}/iu
const amount =
  /\b(?:single|sole|both|several|many|few|dozens?|hundreds?|thousands?|millions?|billions?|half|quarter|second|thirds?|fourth|fifths?|sixth|seventh|eighth|ninth|tenths?|twice|double|triple|no|none|pair|couple|most|all|night|day|morning|evening|noon|midnight|during|after|before|when|while|until|once|since|annually|daily|weekly|monthly|yearly)\b/i

export const nothingOfType: Rule = {
  name: 'nothing of the type asked for',
  refuses: ({ question, ranked }) => {
    const type = strictType(question.type)
    return type !== undefined &&
      plainly.test(question.text) &&
      ranked.view.spans.length < minSpans(question) &&
      !(type === 'place' ? somewhere : amount).test(ranked.sentence.text)
      ? { code: 'type-absent', type }
      : null
  },
}

/** Questions about an age, a length, a distance or a price. No other figure is an answer. */
const measured = /\bhow (?:old|long|tall|high|deep|heavy|wide|fast)\b|\b(?:cost|costs|price|salary|fee)\b/i

export const nothingMeasured: Rule = {
  name: 'no measure of the kind asked for',
  only: 'news',
  refuses: ({ question: { type, text }, ranked: { view, sentence } }) =>
    measured.test(text) &&
    ((type === 'figure' && view.spans.length === 0) ||
      (type === 'money' && view.spans.length + sentence.figures.length === 0))
      ? { code: 'type-absent', type }
      : null,
}

/** Whether a question asks for the name of somebody: "what is the name of the driver", "who is the mayor of Bergen". */
function asksForName(generation: Generation, question: Question): boolean {
  const noun = nounOf(question)
  if (noun === null) return false
  const isRole = isRoleNoun(question.terms.find(({ term }) => term === noun)?.folded ?? '')
  if (question.type === 'name') return textStyle(generation) === 'news' || nounKind(noun) === 'person' || isRole
  return question.type === 'definition' && isRole
}

export const anotherName: Rule = {
  name: 'a name that is not the one asked for',
  refuses: ({ generation, question, ranked }) =>
    asksForName(generation, question) && !namesTheNoun(question, ranked.sentence, generation.vocabulary)
      ? { code: 'type-absent', type: 'name' }
      : null,
}

export const nobodyNew: Rule = {
  name: 'nobody new is named, and the verb is missing',
  refuses: ({ question, ranked: { view, match } }) => {
    const asked = verbOf(question)
    return question.type === 'person' && view.spans.length === 0 && asked >= 0 && !match.held[asked]
      ? { code: 'type-absent', type: 'name' }
      : null
  },
}

export const noGroup: Rule = {
  name: 'no company, party or team is named',
  only: 'news',
  refuses: ({ question, ranked: { view, match } }) =>
    question.type === 'group' && view.spans.length === 0 && !match.held[focusOf(question)]
      ? { code: 'type-absent', type: 'name' }
      : null,
}

const howMany = /\bhow many\b/i
/** Refers to counted things that are named earlier: "four of them". */
const ofThem = /\bof (?:them|these|those)\b/i

export const anotherCount: Rule = {
  name: 'something else is counted',
  refuses: ({ question, ranked: { match, paragraph, sentence } }) => {
    const counted = howMany.test(question.text) ? focusOf(question) : -1
    const isPeople = question.terms[counted]?.isName === true || nounKind(question.focus ?? '') === 'person'
    const isTimes = question.focus === 'time'
    const isNear = (paragraph.held[counted] ?? 0) + (paragraph.heldBefore[counted] ?? 0) > 0
    const isMeant = isNear && ofThem.test(sentence.text)
    return counted < 0 || isPeople || isTimes || isMeant || match.held[counted]
      ? null
      : { code: 'words-apart', words: originalWording(question, [counted]) }
  },
}

export const nobodyCounted: Rule = {
  name: 'people are counted for something else',
  only: 'news',
  refuses: ({ question, ranked: { match } }) => {
    const asked = verbOf(question)
    const isCountOfPeople = howMany.test(question.text) && nounKind(question.focus ?? '') === 'person'
    return isCountOfPeople && asked >= 0 && !match.held[asked] && !isLightVerb(question.verb ?? '')
      ? { code: 'words-apart', words: originalWording(question, [asked]) }
      : null
  },
}

const superlative =
  /\b(?:most|least|best|worst|(?:long|short|bigg|small|larg|tall|high|low|old|young|new|great|fast|slow|strong|weak|rich|poor|heavi|deep|wid|cheap|close|near|earli|hard|hott|cold|bright|dark|loud|quiet|busi|happi|saf)est)\b/i
/** Other words that a sentence can express a superlative with. */
const extreme = /\b(?:first|last|only|record|top|maximum|minimum|more|less|than)\b/i

export const noSuperlative: Rule = {
  name: 'no superlative',
  only: 'news',
  refuses: ({ question, ranked: { sentence, view } }) =>
    superlative.test(question.text) &&
    !superlative.test(sentence.text) &&
    !extreme.test(sentence.text) &&
    answersQuestion(view) === 0
      ? { code: 'weak-match' }
      : null,
}

export const onlyNames: Rule = {
  name: 'nothing but names',
  // In the news, the decision judges the other words by the text around the sentence.
  refuses: ({ generation, question: { terms, content, type }, ranked }) =>
    openTypes.has(type) &&
    content.length > 0 &&
    (textStyle(generation) === 'pages' || content.every(isLightWord)) &&
    terms.every(({ term }, asked) => !content.includes(term) || !ranked.paragraph.held[asked])
      ? { code: 'weak-match' }
      : null,
}

export const onlyLightWords: Rule = {
  name: 'nothing but light words',
  refuses: ({ question: { terms } }) =>
    terms.every(({ term, isName }) => !isName && isLightWord(term)) ? { code: 'weak-match' } : null,
}
