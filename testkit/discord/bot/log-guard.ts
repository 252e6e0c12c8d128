import { textsIn } from '../server/texts-in.ts'

/** What passes between Discord and a bot, and has no place in a log. */
export interface Confidential {
  /** The bot's token, and those of all interactions. */
  readonly tokens: readonly string[]
  /** What users wrote, and what the bot answered. */
  readonly texts: readonly string[]
}

export interface GuardOptions {
  /** Whether the bot is set to log questions. */
  readonly logsQuestions: boolean
  /** Sentences of the program's own that it logs as well as answers. */
  readonly allowed: RegExp | undefined
}

/** Shorter pieces of a text, and single words, may be in a log by coincidence. */
const minPiece = 12

/** The pieces of a text by which it is known, whatever is put around it or escaped in it. */
function pieces(text: string): readonly string[] {
  return text
    .split(/[\n\r"\\]+/)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= minPiece && /\s/.test(piece))
}

interface Line {
  readonly raw: string
  /** All that it says, with the escapes of JSON undone. */
  readonly said: string
  readonly fields: Readonly<Record<string, unknown>>
}

function readLine(raw: string): Line {
  try {
    const fields: unknown = JSON.parse(raw)
    if (typeof fields === 'object' && fields !== null)
      return { raw, said: textsIn(fields).join('\n'), fields: Object.fromEntries(Object.entries(fields)) }
  } catch {
    // Not every line is one of the log's.
  }
  return { raw, said: raw, fields: {} }
}

/** What moderators do is logged, and questions are where the operator wants it (PRIVACY.md). */
function mayHoldTexts({ fields, said }: Line, { logsQuestions, allowed }: GuardOptions): boolean {
  return fields['audit'] === true || (logsQuestions && fields['msg'] === 'question') || allowed?.test(said) === true
}

/** The lines of a bot's output that hold a token or a text that they should not, each with what it holds. */
export function leaksIn(output: string, { tokens, texts }: Confidential, options: GuardOptions): readonly string[] {
  const known = [...new Set(texts.flatMap(pieces))]
  return output
    .split('\n')
    .filter((raw) => raw !== '')
    .map(readLine)
    .flatMap((line) => {
      const holds = (secret: string): boolean => line.raw.includes(secret) || line.said.includes(secret)
      const found = [...tokens.filter(holds), ...(mayHoldTexts(line, options) ? [] : known.filter(holds))]
      return found.length === 0 ? [] : [`${JSON.stringify(found[0])} in: ${line.raw}`]
    })
}
