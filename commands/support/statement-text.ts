/** Marks a statement without a quotation: the text shown is in the article's words, not the speaker's. */
export const reportMark = 'reported, not quoted'

/** The words before another wording of a quotation, and before a sentence that reports what is quoted or reported elsewhere. */
export const variantLead = 'also worded'
export const reportLead = 'also reported'

export const unclearSpeaker = 'speaker unclear'
