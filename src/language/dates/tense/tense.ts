import type { Tense } from '../parts/draft.ts'
import type { Tokens } from '../parts/parts.ts'
import { isApostrophe, isDash, isGlued, markAt, wordAt } from '../parts/tokens.ts'
import * as lists from './tense-words.ts'
import { isPastForm, pastFormSign, phraseStart, signOf } from './verb-signs.ts'

/** How many tokens to look at on each side of a time. */
const reach = 40

const boundary = new Set(';:()[]\u2014\u201c\u201d"!?')

/** Whether a mark ends a clause; a hyphen inside a word does not. */
function isBoundary(tokens: Tokens, at: number): boolean {
  const mark = markAt(tokens, at)
  return mark !== '' && (boundary.has(mark) || (isDash(mark) && !isGlued(tokens, at)))
}

function leadOf(tokens: Tokens, first: number): string {
  const lead = wordAt(tokens, first - 1)
  return lead === 'the' ? wordAt(tokens, first - 2) : lead
}

/** Whether "will" precedes a participle that has no tense itself ("will be there giving a speech on Friday"). */
function willBefore(tokens: Tokens, from: number): Tense {
  for (let at = from - 1; at >= Math.max(0, from - reach) && !isBoundary(tokens, at); at--) {
    const word = wordAt(tokens, at)
    if (word === 'will' || word === 'shall') return 'ahead'
    if (word === 'was' || word === 'were' || word === 'had') return 'unknown'
  }
  return 'unknown'
}

/** The tense shown by the words before a time, nearest verb first. */
function tenseBefore(tokens: Tokens, first: number): Tense {
  const lead = leadOf(tokens, first)
  let [isInfinitive, hasPastLead] = [false, false]
  for (let at = first - 1; at >= Math.max(0, first - reach); at--) {
    const word = wordAt(tokens, at)
    if (word === '' && isBoundary(tokens, at)) break
    // "Since their May meeting"; "ahead of the June 7 vote", "between now and November".
    if (word === 'since' && !isInfinitive) return 'past'
    if ((word === 'of' && wordAt(tokens, at - 1) === 'ahead') || word === 'toward' || word === 'towards') return 'ahead'
    if (word === 'now' && wordAt(tokens, at - 1) === 'between') return 'ahead'
    const sign = signOf(tokens, at, { first, lead, isInfinitive })
    if (lists.pastLeads.has(word)) hasPastLead = true
    if (sign === 'infinitive') isInfinitive = true
    else if (sign === 'unknown') return willBefore(tokens, at)
    else if (sign === 'ahead' && hasPastLead && lists.presentBe.has(word)) return 'past'
    else if (sign !== null) return sign
    else if (word === 'if' || word === 'unless') return 'ahead'
  }
  return isInfinitive ? 'ahead' : 'unknown'
}

/** The tense shown by the verb after a time; `isFronted` if the clause continues after a comma ("On Friday, the council …"). */
function tenseBehind(tokens: Tokens, next: number, isFronted: boolean): Tense {
  let at = isFronted && markAt(tokens, next) === ',' ? next + 1 : next
  const last = Math.min(tokens.length, next + reach)
  for (; at < last; at++) {
    const mark = markAt(tokens, at)
    if (isBoundary(tokens, at)) break
    if (mark === ',') {
      if (!isFronted) break
      if (!lists.relatives.has(wordAt(tokens, at + 1))) continue
      // "…, who will lead the team, arrived": skip the clause in between.
      at++
      while (at < last && markAt(tokens, at) !== ',') at++
      continue
    }
    const word = wordAt(tokens, at)
    const isOver = lists.plansBeforeInfinitive.has(word) && isPastForm(word) && word !== 'set'
    const here = { first: at, lead: '', isInfinitive: false }
    const sign = isOver ? pastFormSign(tokens, at, word, here) : signOf(tokens, at, here)
    if (sign === 'past' || sign === 'ahead' || sign === 'planned') return sign
  }
  return 'unknown'
}

/** Whether a clause begins at an index. */
function opensClause(tokens: Tokens, start: number): boolean {
  if (start === 0) return true
  const mark = markAt(tokens, start - 1)
  if (mark !== '')
    return mark === ',' || isBoundary(tokens, start - 1) || (isApostrophe(mark) && wordAt(tokens, start - 2) !== 's')
  return lists.clauseOpeners.has(wordAt(tokens, start - 1))
}

/** Whether a time is in a fronted phrase ("Before the vote in November, he wants to rest"). */
function isInFront(tokens: Tokens, first: number): boolean {
  for (let at = first - 1; at > 0; at--) {
    if (at < first - reach || isBoundary(tokens, at) || markAt(tokens, at) === ',') return false
  }
  const opener = wordAt(tokens, 0)
  return lists.frontLeads.has(opener)
}

/** Whether the sentence treats the time between two indexes as future or past, judged by the nearest verb. */
export function tenseAt(tokens: Tokens, first: number, next: number): Tense {
  const start = phraseStart(tokens, first)
  if (leadOf(tokens, first) === 'since') return 'past'
  if (opensClause(tokens, start)) {
    const behind = tenseBehind(tokens, next, true)
    return behind === 'unknown' ? tenseBefore(tokens, first) : behind
  }
  const before = tenseBefore(tokens, first)
  if (before !== 'unknown') return before
  // "Victims of Monday's fire will be helped": the fire is in the past.
  const isPossessive = isApostrophe(markAt(tokens, next)) && start < first
  return isPossessive ? 'unknown' : tenseBehind(tokens, next, isInFront(tokens, first))
}
