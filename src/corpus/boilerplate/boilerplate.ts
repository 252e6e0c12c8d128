import { type UnicodeRegExp, unicodeRegExp } from '../../language/text/unicode-regexp.ts'
import { nameParticles } from '../../language/vocabulary/function-words.ts'

// Text that a page prints around an article: advertising, sharing, subscriptions, rights, corrections, credits of reporters. A line counts
// as such only if its form leaves no doubt. A sentence of the story with a similar beginning ("Share prices fell.") must not match.

const maxBoilerplateLength = 300

const letters = unicodeRegExp(String.raw`\p{L}`)
const speech = /\b(?:said|says|told|wrote|recalled|added|asked|shouted|warned|announced|according to)\b/i

/** A pattern for lines that consist of these words, white space and punctuation. */
function onlyWords(first: string, more: string): UnicodeRegExp {
  return unicodeRegExp(String.raw`^[^\p{L}\p{N}]*(?:${first})(?:[^\p{L}\p{N}]+(?:${more}))*[^\p{L}\p{N}]*$`, 'i')
}

const service =
  'facebook|twitter|x|whatsapp|linkedin|reddit|telegram|instagram|youtube|tiktok|threads|bluesky|pinterest|google news'
const page = 'articles?|story|stories|post|page|link|video|site|website|apps?|newsletters?|podcasts?|channels?'
const small = 'this|the|our|your|it|on|via|to|with|by|and|or|now|all|a|for|in|from'

const labels = [
  onlyWords('advertise?ments?|advertising|ad|ads|promoted|sponsored', 'contents?|posts?|links?|below|above|ends?'),
  onlyWords('(?:articles?|story|content)[^\\p{L}\\p{N}]+continues', 'below|after|the|this|advertise?ments?|ad'),
  onlyWords(
    'share|tweet|print|e-?mail|save|comments?|likes?|copy',
    `${small}|${page}|${service}|friends?|thoughts|share|tweet|print|e-?mail|save|copy|comment|like|facebook`,
  ),
  onlyWords('follow us|follow|join us|stay informed|stay tuned|stay connected', `${small}|us|${page}|${service}|more`),
  onlyWords('subscribe|sign up|sign in|log in|register|download', `${small}|${page}|now|here|today|free|account`),
  onlyWords('read|see|learn|watch|listen|click|tap', `${small}|${page}|here|more|next|also|read|watch`),
  onlyWords(
    'related|recommended|trending|most read|most popular|more on|more from|more stories|top stories|also read|you may ' +
      'also like|in this article|topics?|tags?|filed under|back to top|loading|comments?|skip to',
    `${page}|topics|(?:main )?content|navigation|this|the`,
  ),
  // Tags of a note.
  unicodeRegExp(String.raw`^(?:#[\p{L}\p{N}_/-]+#?[\s,]*)+$`),
  // Footers that programs add to what they export.
  /^canonical link\.?$/i,
  /^exported from .{1,80} on .{1,40}$/i,
  /^\d+ (?:comments?|shares?|likes?|views?)$/i,
  /^(?:https?:\/\/|www\.)\S+$/i,
]

const pointers = [
  /^(?:(?:read|see|learn|watch|listen) (?:more|also|next|now)|also read|related(?: (?:articles?|stories|topics))?|recommended|most (?:read|popular)|more (?:on|from) [^:]{1,60}|top stories|in this article|topics?|tags?|filed under)\s?[:|\u00bb\u2013\u2014]/i,
  unicodeRegExp(String.raw`^[Ss]ponsored by(?:\s[\p{Lu}\p{N}][\p{L}\p{N}.'\u2019&-]*){1,5}$`),
]

const call = unicodeRegExp(
  String.raw`(?:^\(?|[.!?:]\s+|^for more,\s)(?:please )?(?:sign up|subscribe|register|log in|sign in|follow us|join us|stay (?:informed|tuned|connected|up to date)|download|get|receive|never miss|click here|tap here)\b`,
  'i',
)
const offer = unicodeRegExp(
  String.raw`\b(?:newsletters?|podcasts?|inbox|an? e-?mail|(?:news|e-?mail) alerts?|(?:our|your|free|an?) (?:\w+ )?(?:account|apps?|channel|podcast|updates|notifications)|(?:click|tap|log in|sign in) here|(?:subscribe|register|sign up|download)\b.{0,120}\bhere)\b`,
  'i',
)

const rights = [
  unicodeRegExp(String.raw`^(?:copyright\s*)?(?:\u00a9|\(c\))\s*(?:copyright\s*)?[\p{Lu}\p{N}]`, 'i'),
  unicodeRegExp(String.raw`^(?:[Cc]opyright|COPYRIGHT)\s+(?:by\s+)?(?:\d{4}\b|\p{Lu})`),
  /\ball rights reserved\s*(?:[.!]|$)/i,
]

const publishing = '(?:published|posted|produced|updated|corrected|amended|revised|translated|republished|syndicated)'
const editorial = [
  new RegExp(
    String.raw`^this (?:article|story|report|content|post) (?:(?:has been|is being) ${publishing}|(?:was|is) (?:originally |first )${publishing}|may not be (?:published|reproduced|copied)|(?:may )?contains? affiliate)\b`,
    'i',
  ),
  /^(?:this (?:article|story|post|essay) )?(?:was )?originally published (?:at|on|in|by)\b/i,
  new RegExp(String.raw`^this (?:article|story|post) was ${publishing}\b`, 'i'),
  /^(?:editor(?:'|\u2019)?s?(?:'|\u2019)? note|correction|clarification|disclaimer|note to readers)\b\s*(?:\([^)]{0,40}\))?\s*[:\u2013\u2014-]/i,
  /^updated?\b[^:]{0,40}:.*\b(?:this (?:article|story|post)|headline|(?:earlier|previous) version)\b/i,
]

const creditWords: ReadonlySet<string> = new Set([
  ...'in at for from of with and by the across around globe world additional other'.split(' '),
  ...'reporting reporters writing writers editing edited written compiled translated production'.split(' '),
  ...nameParticles,
])
const smallWord = unicodeRegExp(String.raw`(?<![\p{L}\p{N}'\u2019.-])\p{Ll}[\p{L}'\u2019]*`, 'g')
const creditBy = unicodeRegExp(
  String.raw`^\(?(?:(?:additional |other )?reporting|editing|edited|writing|written|compiled|translated|production)(?: and (?:writing|editing))? by\s+\p{Lu}`,
  'i',
)
const contributed = /\bcontributed (?:reporting\b.{0,80}|to this (?:report|story|article))\s*[.)]*$/i
const reportedFrom = unicodeRegExp(
  String.raw`^\p{Lu}[\p{L}.'\u2019-]*(?:,? (?:and )?\p{Lu}[\p{L}.'\u2019-]*){0,7} reported from \p{Lu}[\p{L}'\u2019-]*(?:,? (?:and )?\p{Lu}[\p{L}'\u2019-]*){0,5}\.?$`,
)

/** Whether a line credits reporters ("Reporting by Jo Doe", "Doe reported from Paris."): only names and the usual words of a credit. */
function isReporterCredit(text: string): boolean {
  if (contributed.test(text) || reportedFrom.test(text)) return true
  if (!creditBy.test(text)) return false
  return [...smallWord.matchAll(text)].every(([word]) => creditWords.has(word))
}

/** Whether a paragraph belongs to the page and not to the article: a rule, a label, an offer, a notice, a credit. */
export function isFurniture(text: string): boolean {
  if (!letters.test(text)) return true
  if (text.length > maxBoilerplateLength) return false
  if (isReporterCredit(text) || [...labels, ...rights, ...editorial].some((rule) => rule.test(text))) return true
  if (speech.test(text)) return false
  return pointers.some((rule) => rule.test(text)) || (call.test(text) && offer.test(text))
}
