/** A short text whose beginning is emphasised. The two parts are joined by a space. */
export interface Note {
  readonly headline: string
  readonly detail: string | null
}

/** A note as one text. */
export function noteText({ headline, detail }: Note): string {
  return detail === null ? headline : `${headline} ${detail}`
}
