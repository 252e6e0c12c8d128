import { plainLine } from '../../language/tokens/normalise.ts'
import { words } from '../../language/tokens/words.ts'
import type { Generation } from '../../library/generation/generation.ts'
import { isReport, type Utterance } from '../../reading/statements/utterances.ts'
import type { Example, Examples } from '../answer/answer.ts'
import { speakers } from '../statements/quotes.ts'
import { suggestInTime } from '../suggest/suggest.ts'

/** How long a quotation must be to be recognised, and may be to be read at a glance; in words. */
const quotedWords = { min: 4, max: 9 } as const
const maxQuotedLength = 60
/** How many of the statements are looked at. */
const maxStatements = 2000

const isShort = ({ content: { text } }: Utterance): boolean => {
  const count = words(text).length
  return count >= quotedWords.min && count <= quotedWords.max && text.length <= maxQuotedLength
}

/** Punctuation at the ends of quoted words, which nobody remembers. */
const outerMarks = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/** Words that a named speaker is quoted with: those that most articles have, of these the first. */
function memorableWords({ statements }: Generation): string | null {
  let best: { readonly text: string; readonly articles: number } | null = null
  for (const statement of statements.slice(0, maxStatements)) {
    const quoted = statement.find((one) => !isReport(one) && one.content.speaker !== null && isShort(one))
    if (quoted === undefined) continue
    const articles = new Set(statement.map(({ article }) => article)).size
    if (best === null || articles > best.articles) best = { text: quoted.content.text, articles }
  }
  return best === null ? null : plainLine(best.text).replace(outerMarks, '')
}

/**
 * A call of each of the main commands that the articles answer: a question, quoted words, a speaker, a topic. Those come first that most
 * of the articles have. `isAnswered` tells whether the articles answer a question.
 */
export async function examples(
  generation: Generation,
  isAnswered: (question: string) => Promise<boolean>,
): Promise<Examples> {
  const [first, second = first] = speakers(generation)
  const said = memorableWords(generation)
  const [topic] = await suggestInTime(generation, 'topic', '')
  const question = second === undefined ? null : `What did ${second.name} say?`
  const found: Example[] = [
    ...(question !== null && (await isAnswered(question)) ? [{ command: 'ask', value: question } as const] : []),
    ...(said === null ? [] : [{ command: 'who-said', value: said } as const]),
    ...(first === undefined ? [] : [{ command: 'quotes', value: first.name } as const]),
    ...(topic === undefined ? [] : [{ command: 'facts', value: topic.value } as const]),
  ]
  return { generation: generation.id, articles: generation.articles.length, examples: found }
}
