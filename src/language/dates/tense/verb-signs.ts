import { isIrregularPast } from '../../vocabulary/irregular-forms.ts'
import type { Tense } from '../parts/draft.ts'
import type { Tokens } from '../parts/parts.ts'
import { isApostrophe, isDash, markAt, wordAt } from '../parts/tokens.ts'
import * as lists from './tense-words.ts'

/**
 * What a word shows about a nearby time: a tense; the start of an infinitive, which takes its tense from the verb before it; or to
 * stop looking.
 */
export type Sign = Tense | 'infinitive'

export function isPastForm(word: string): boolean {
  if (lists.otherPasts.has(word)) return true
  if (word.endsWith('ed')) return word.length > 3 && !lists.noPasts.has(word)
  return isIrregularPast(word)
}

const adverb = /^(?:not|t|also|now|still|only|already|soon|first|.{3,}ly)$/

/** The index of the auxiliary before a verb, skipping adverbs, "not" and "be". */
function auxiliaryPlace(tokens: Tokens, at: number): number {
  let place = at - 1
  while (place > at - 6) {
    const word = wordAt(tokens, place)
    if (!adverb.test(word) && !lists.copulas.has(word) && !isApostrophe(markAt(tokens, place))) break
    place--
  }
  return place
}

function isModal(tokens: Tokens, at: number): boolean {
  const word = wordAt(tokens, at)
  if (lists.shortModals.has(word)) return isApostrophe(markAt(tokens, at - 1))
  if (word === 'won') return isApostrophe(markAt(tokens, at + 1)) && wordAt(tokens, at + 2) === 't'
  return lists.modals.has(word) && tokens[at]?.capital !== true
}

/** The tense of a perfect: "will have left" is future, "may have left" is past. */
function perfectTense(tokens: Tokens, at: number): Tense {
  const lead = wordAt(tokens, auxiliaryPlace(tokens, at))
  return lead === 'will' || lead === 'shall' || lead === 'll' ? 'ahead' : 'past'
}

/** Whether "stays", "remain" and the like come between a participle and its auxiliary. */
function hasCopula(tokens: Tokens, from: number, to: number): boolean {
  for (let place = from + 1; place < to; place++) {
    const word = wordAt(tokens, place)
    if (lists.copulas.has(word) && word !== 'been' && word !== 'being') return true
  }
  return false
}

/** The tense of a past form, judged by the words before it: "opened", "is opened", "will be opened", "to be opened". */
export function pastFormSign(
  tokens: Tokens,
  at: number,
  word: string,
  { first, lead, isInfinitive }: Place,
): Sign | null {
  // "The ferry was to leave on Friday."
  if (isInfinitive && lists.pastBe.has(word) && wordAt(tokens, at + 1) === 'to') return 'planned'
  const isAdjective = lists.articles.has(wordAt(tokens, at - 1)) || isDash(markAt(tokens, at - 1))
  if (isAdjective) return null
  const place = auxiliaryPlace(tokens, at)
  const auxiliary = wordAt(tokens, place)
  if (isModal(tokens, place)) return 'ahead'
  // "The shop has closed until October."
  if ((auxiliary === 'have' || auxiliary === 'has') && (lead === 'until' || lead === 'till')) return 'ahead'
  if (auxiliary === 'have' || auxiliary === 'has' || auxiliary === 'had') return perfectTense(tokens, place)
  const isKept = hasCopula(tokens, place, at)
  if (isKept && auxiliary === 'to') return 'infinitive'
  if (lists.presentBe.has(auxiliary)) {
    // "The votes are counted on Friday", but "he is accused of the theft of a bell on Friday".
    const isNext = phraseStart(tokens, first) === at + 1
    if (isNext || lists.timetableParticiples.has(word)) return 'ahead'
    return at < first ? 'past' : null
  }
  // "Schools stay closed until Monday."
  return isKept && !lists.pastBe.has(auxiliary) ? 'ahead' : 'past'
}

/** Whether there are only function words between "is" and a time, so that the time belongs to "is". */
function isPredicate(tokens: Tokens, at: number, first: number): boolean {
  for (let place = at + 1; place < first; place++) {
    if (!lists.betweenBeAndTime.has(wordAt(tokens, place))) return false
  }
  return at < first
}

/** The sign of a plan word. */
function planSign(tokens: Tokens, at: number, isInfinitive: boolean): Tense | null {
  const word = wordAt(tokens, at)
  const isPlan = lists.plans.has(word)
  if (!isPlan && !lists.plansBeforeInfinitive.has(word)) return null
  const behind = wordAt(tokens, at + 1)
  if (!isPlan && !isInfinitive && behind !== 'to' && !(behind === 'for' && lists.plansFor.has(word))) return null
  const auxiliary = wordAt(tokens, auxiliaryPlace(tokens, at))
  const wasPlanned = lists.pastBe.has(auxiliary) || wordAt(tokens, at - 1) === 'been'
  if (isPlan) return wasPlanned ? 'planned' : 'ahead'
  if (lists.commands.has(word) && wasPlanned) return 'past'
  return wasPlanned || (word.endsWith('ed') && !lists.presentBe.has(wordAt(tokens, at - 1))) ? 'planned' : 'ahead'
}

/** The position of a time, and the word before it ("on", "until"). */
export interface Place {
  readonly first: number
  readonly lead: string
  readonly isInfinitive: boolean
}

/** Whether a verb reschedules a plan: "postponed", "put off", "put the vote back". */
function isShift(tokens: Tokens, at: number, first: number): boolean {
  const word = wordAt(tokens, at)
  if (lists.shifts.has(word)) return true
  if (!lists.shiftVerbs.has(word)) return false
  const isParticle = (place: number) => lists.shiftParticles.has(wordAt(tokens, place))
  return isParticle(at + 1) || isParticle(phraseStart(tokens, first) - 1)
}

/** What a word shows about a time, or null. */
export function signOf(tokens: Tokens, at: number, where: Place): Sign | null {
  const { first, lead, isInfinitive } = where
  const word = wordAt(tokens, at)
  if (word === '') return null
  const isLower = at === 0 || tokens[at]?.capital !== true
  const before = wordAt(tokens, at - 1)
  const behind = wordAt(tokens, at + 1)
  if (isModal(tokens, at)) return word === 'could' && (behind === 'not' || behind === 'n') ? 'past' : 'ahead'
  const plan = planSign(tokens, at, isInfinitive)
  if (plan !== null) return plan
  if (word === 'next' && behind !== '' && at < first - 1) return 'ahead'
  if (lists.shiftLeads.has(lead) && isShift(tokens, at, first)) return 'ahead'
  if (!isLower) return null
  if (before === 'to' && !lists.beforeNouns.has(word) && !isPastForm(word) && wordAt(tokens, at - 2) !== 'up')
    return 'infinitive'
  if (word === 'have' || word === 'has') return haveSign(tokens, at)
  if (isPastForm(word)) return pastFormSign(tokens, at, word, where)
  // "There is a concert on Friday."
  if (before === 'there' && lists.presentBe.has(word) && at < first) return 'ahead'
  if (lists.presentBe.has(word)) return isInfinitive || isPredicate(tokens, at, first) ? 'ahead' : null
  if (word.endsWith('ing') && word.length > 4 && !lists.noParticiples.has(word))
    return participleSign(tokens, at, first)
  if (!lists.timetableForms.has(word) || !isVerbBehind(tokens, at - 1, word)) return null
  const auxiliary = wordAt(tokens, auxiliaryPlace(tokens, at))
  if (auxiliary === 'had' || auxiliary === 'has' || auxiliary === 'have') return 'past'
  return auxiliary === 'did' || auxiliary === 'didn' || lists.pastBe.has(auxiliary) ? 'past' : 'ahead'
}

/** Whether a present-tense form is a verb and not a noun, judged by the word before it. */
function isVerbBehind(tokens: Tokens, at: number, word: string): boolean {
  const mark = markAt(tokens, at)
  if (mark !== '') return mark === ','
  const before = wordAt(tokens, at)
  if ((before === '' && at >= 0) || lists.beforeNouns.has(before) || isPastForm(before)) return false
  const isThirdPerson = word.endsWith('s')
  return isThirdPerson || before.endsWith('s') || lists.pluralSubjects.has(before) || adverb.test(before)
}

function haveSign(tokens: Tokens, at: number): Sign | null {
  if (wordAt(tokens, at + 1) === 'to') return 'ahead'
  let place = at + 1
  while (place < at + 4 && adverb.test(wordAt(tokens, place))) place++
  const word = wordAt(tokens, place)
  return isPastForm(word) || lists.timetableForms.has(word) || word === 'become' || word === 'run'
    ? perfectTense(tokens, at)
    : null
}

/** "Is opening" is future; a bare participle with an object shows nothing, and neither does the verb before it. */
function participleSign(tokens: Tokens, at: number, first: number): Sign | null {
  const place = auxiliaryPlace(tokens, at)
  const auxiliary = wordAt(tokens, place)
  if (lists.presentBe.has(auxiliary) || isModal(tokens, place)) return 'ahead'
  if (lists.pastBe.has(auxiliary)) return 'past'
  if (lists.beforeNouns.has(wordAt(tokens, at - 1)) || at >= first - 2) return null
  return 'unknown'
}

const leads = /^(?:on|in|at|by|from|for|to|until|till|since|during|of|the|early|late|between|through)$/

/** The start of the time's own phrase, including its preposition and article. */
export function phraseStart(tokens: Tokens, first: number): number {
  let place = first
  while (place > first - 3 && leads.test(wordAt(tokens, place - 1))) place--
  return place
}
