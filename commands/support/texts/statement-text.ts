import { fixedText } from '../../../src/messages/fixed-text.ts'

/** Marks a statement without a quotation: the text shown is in the article's words, not the speaker's. */
export const reportMark = fixedText('statement.report')

/** The words before another wording of a quotation, and before a sentence that reports what is quoted or reported elsewhere. */
export const variantLead = fixedText('statement.variant')
export const reportLead = fixedText('statement.also-reported')

export const unclearSpeaker = fixedText('statement.unclear-speaker')
