import { unicodeRegExp } from '../../language/text/unicode-regexp.ts'

// Picture captions, recognised by the credit that agencies and newspapers print with them.

const agency =
  'AP|AFP|Reuters|REUTERS|Getty|EPA|PA|ANSA|DPA|dpa|TASS|Xinhua|Kyodo|Bloomberg|Shutterstock|Alamy|Anadolu|NurPhoto|Press Association|Associated Press|Agence France-Presse|Pool|POOL|Handout|HANDOUT'
const medium = '(?:[Pp]hoto|PHOTO|[Ii]mage|[Pp]icture|[Pp]hotograph|[Cc]redit)s?'

// In a long paragraph, only the end can be a credit.
const maxCreditLength = 200
const credits = [
  String.raw`\((?:[^()]{0,80}\s)?via\s+\p{Lu}[^()]{0,60}\)\W{0,3}$`,
  String.raw`\([^()]{0,60}\b(?:${agency})\s(?:[Pp]hotos?|[Ii]mages?|[Pp]ictures?|[Ff]ile|FILE)\b[^()]{0,80}\)\W{0,3}$`,
  String.raw`\(\p{Lu}[^()/]{0,60}/\s?(?:${agency})\b[^()]{0,60}\)\W{0,3}$`,
  String.raw`\((?:${agency})\s?/[^()]{1,80}\)\W{0,3}$`,
  String.raw`\(${medium}(?:\s?:|\s(?:by|courtesy|credits?)\b)[^()]{1,90}\)\W{0,3}$`,
  String.raw`\((?:${agency})\)$`,
  String.raw`[.!?]["\u201d\u2019]?\s(?:${agency})\s?/\s?\p{Lu}[^.!?/]{1,60}$`,
  String.raw`[.!?]["\u201d\u2019]?\s${medium}(?:\s(?:by|credits?))?:\s?\p{Lu}[^.!?]{1,80}$`,
].map((credit) => unicodeRegExp(credit))
const opening = unicodeRegExp(
  String.raw`^(?:FILE\s*(?:PHOTO)?\s*[\u2013\u2014:-]|(?:${medium}|[Cc]aption)(?:\s(?:credits?|by))?\s?:\s*\p{Lu}|(?:Photo|Image|Picture)s? (?:by|courtesy(?: of)?)\s+\p{Lu}|!\[)`,
)

/** Whether a paragraph is a picture caption. */
export function isCaption(text: string): boolean {
  if (opening.test(text)) return true
  const end = text.slice(-maxCreditLength)
  return credits.some((credit) => credit.test(end))
}
