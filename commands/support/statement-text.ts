/** Said of a statement that has no quotation: what is shown are the article's words, not the speaker's. */
export const reportMark = 'reported, not quoted'

/** What stands before another wording of a quotation, and before a sentence that reports what is quoted or reported elsewhere. */
export const variantLead = 'also worded'
export const reportLead = 'also reported'

export const unclearSpeaker = 'speaker unclear'
