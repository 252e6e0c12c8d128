import type { ParagraphKind } from './article.ts'

// What these rules know are the conventions of news pages: agencies' photo credits, bylines, time stamps, and the
// lines that a page prints around an article (advertising, sharing, subscribing). None is about one publisher.

const letters = /\p{L}/u
const longestFurniture = 300

const furniture = [
  /^(?:advertise?ment|advertising|sponsored(?: content| post| links?)?(?: below| by\b.*)?|promoted(?: content)?|ad)$/i,
  /^(?:share|tweet|print|email|e-mail|save|comment|like)s?(?:$| (?:this|on|via|now)\b)/i,
  /\b(?:sign up|subscribe|register)\b.*\b(?:newsletters?|alerts?|inbox|here|free|today|now|account|updates)\b/i,
  /\b(?:breaking news|news) alerts?\b.*\b(?:inbox|subscribe|free)\b/i,
  /^(?:subscribe|sign up|log in|sign in|follow us|join us|stay informed|stay tuned|download (?:the|our) app)\b/i,
  /^(?:read|see|learn|watch|listen) (?:more|also|next|now)\b/i,
  /^(?:also read|related|related (?:articles?|stories|topics)|recommended|trending|most (?:read|popular)|more (?:on|from|stories)|top stories|you may also like|in this article|topics?|tags?|filed under|click here|back to top|loading|comments?|skip to .*)(?::.*|\s*$)/i,
  /^(?:copyright|\u00a9|\(c\))|\ball rights reserved\b/i,
  /^(?:https?:\/\/|www\.)\S+$/i,
  /^this (?:article|story|report|content) (?:was|has been|is|originally|first|may)\b/i,
  /^(?:editor(?:'|\u2019)?s?(?:'|\u2019)? note|correction|clarification|update|disclaimer|note to readers)\b\s*(?:\([^)]*\))?\s*[:\u2013\u2014-]/i,
]

const reporterCredit =
  /(?:\bcontributed (?:reporting|to (?:this|the) (?:report|story|article))\b|^(?:additional )?reporting (?:by|from)\b|^\(?(?:edit(?:ed|ing)|writ(?:ten|ing)|compiled|translated) by\b)/i

const clock = String.raw`\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,5})?`
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const day = String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:${month}\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+${month},?\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})`
const sign = String.raw`[\s,|\u2022\u00b7\u2013\u2014-]*`
const timeStamp = new RegExp(
  String.raw`^(?:(?:last\s+)?(?:published|updated|posted|modified)(?:\s+(?:at|on))?:?\s*)?(?:${clock}${sign}${day}|${day}${sign}(?:at\s+)?(?:${clock})?)$`,
  'i',
)
const name = String.raw`\p{Lu}[\p{L}.'\u2019-]+`
const byline = new RegExp(
  String.raw`^(?:(?:By|BY|Story by|Words by|Written by)\s+(?:the\s+)?${name}(?:[\s,]+(?:and\s+|&\s+)?${name}){0,9}|${name}(?:\s${name}){0,3}\s(?:Staff|Correspondents?|Reporters?|Staff Writers?|News Desk|Desk)(?:\s(?:Writer|Reporter)s?)?(?:\s${name}){0,4})$`,
  'u',
)

const agency =
  'AP|AFP|Reuters|Getty|EPA|PA|ANSA|DPA|TASS|Xinhua|Kyodo|Bloomberg|Shutterstock|Alamy|Pool|Anadolu|Press Association|Associated Press|Agence France-Presse|NurPhoto|Photo|Image|Picture|File'
const photoCredit = new RegExp(
  String.raw`\((?=[^()]{3,100}\)\W*$)(?:[^()]*\bvia\s+\p{Lu}[^()]*|[^()]*\b(?:${agency})\b(?:\s+(?:Photo|Images?|file))?[^()]*|(?:photo|image|picture|credit)s?\b[^()]*)\)\W*$`,
  'iu',
)
const captionStart =
  /^(?:FILE\s*(?:PHOTO)?\s*[\u2013\u2014:-]|(?:photo|image|picture|caption|credit)s?(?: credits?| by)?\s*:|(?:photo|image|picture)s? (?:by|courtesy)\b|!\[)/i

const markdownHeading = /^#{1,6}\s+\S/
const emphasisOnly = /^(?:\*\*|__)[^*_]+(?:\*\*|__):?$/
const closed = /[.!?\u2026,;:"\u201d\u2019'](?:\)|\])?$/
const listItem = /^(?:[-*+\u2022>|]|\d{1,3}[.)]\s)/
const startsLikeTitle = /^["'\u201c\u2018(]?[\p{Lu}\p{N}]/u
const longestHeading = 100
const mostHeadingWords = 14

function isFurniture(text: string): boolean {
  if (!letters.test(text)) return true
  if (text.length > longestFurniture) return false
  return reporterCredit.test(text) || furniture.some((rule) => rule.test(text))
}

function isHeading(text: string, isLast: boolean): boolean {
  if (markdownHeading.test(text) || emphasisOnly.test(text)) return true
  if (isLast || text.length > longestHeading || text.includes('\n')) return false
  if (closed.test(text) || listItem.test(text) || !startsLikeTitle.test(text)) return false
  return text.split(/\s+/).length <= mostHeadingWords
}

/**
 * What a paragraph is, by the conventions of news pages. `isLast` tells that nothing follows it: a short last line is
 * no heading.
 */
export function paragraphKind(text: string, isLast: boolean): ParagraphKind {
  if (markdownHeading.test(text)) return 'heading'
  if (isFurniture(text)) return 'boilerplate'
  if (timeStamp.test(text) || byline.test(text)) return 'byline'
  if (captionStart.test(text) || photoCredit.test(text)) return 'caption'
  return isHeading(text, isLast) ? 'heading' : 'body'
}
