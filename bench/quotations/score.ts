const possessive = /[’']s?\b/g

const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(possessive, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A speaker is right when the last name (or an office's head word) of the gold stands in it as a whole word. */
export const isRightSpeaker = (head: string, speaker: string | null): boolean =>
  speaker !== null && ` ${fold(speaker)} `.includes(` ${fold(head)} `)
