import { subjectPronouns } from '../../../language/vocabulary/function-words.ts'

// The stock phrases of news for what somebody did not say: "did not provide details", "declined to comment", "could not be reached". A short
// list by hand: verbs of replying and telling, and the nouns for what is asked for.

const noDetails = String.raw`(?:(?:any|more|further|other|additional|immediate|specific)\s+)*(?:details?|comments?|information|specifics|explanations?|elaboration|timelines?|reasons?)`
const reply = String.raw`(?:(?:immediately\s+)?(?:respond|reply|comment|elaborate)|(?:immediately\s+)?(?:return|answer)\s+(?:a\s+|several\s+)?(?:calls?|e-?mails?|messages?|requests?|questions?))`
const tell = String.raw`(?:(?:provide|give|offer|release|share|disclose|reveal|add)\s+${noDetails}|say\s+(?:any\s*)?more)`
/** Without a name, such a phrase tells nothing; that a company declined to comment is something that articles report. */
const pronoun = String.raw`^(?:(?:but|and|however,?|yet)\s+)?(?:${[...subjectPronouns].join('|')})\s(?:[\w'\u2019]+\s+){0,3}?`
const stockPhrase = new RegExp(
  [
    String.raw`${pronoun}(?:\w+n['\u2019]t|not)\s+(?:immediately\s+)?(?:${reply}|${tell})\b`,
    String.raw`${pronoun}(?:declin|refus)(?:ed|es|e|ing)\s+to\s+(?:${reply}|${tell})\b`,
    String.raw`${pronoun}(?:gave|gives|offered|provided|released|added)\s+no\s+${noDetails}\b`,
    String.raw`${pronoun}(?:\w+n['\u2019]t|not)\s+(?:immediately\s+)?(?:be\s+reached|available\s+for\s+comment)\b`,
    String.raw`^no\s+${noDetails}\s+(?:was|were|is|are)\s+(?:\w+\s+)?(?:given|available|provided|released|disclosed|offered|known)\b`,
  ].join('|'),
  'iu',
)
/** A longer sentence, in UTF-16 units, tells something beside the stock phrase. */
const longestStock = 140
/** "Here is what to know:", "The main points:". */
const leadIn = /^here(?:['\u2019]s|\s+(?:is|are))\b|:$/iu

/** Whether a sentence reports nothing: it only says that a source said no more, or leads to what follows. */
export function reportsNothing(text: string): boolean {
  return leadIn.test(text) || (text.length <= longestStock && !/\d/.test(text) && stockPhrase.test(text))
}
