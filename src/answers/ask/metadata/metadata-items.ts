import type { Article } from '../../../corpus/article/article.ts'
import { termSetOf } from '../../../language/analysis/sentence.ts'
import { terms } from '../../../language/tokens/terms.ts'
import type { Generation } from '../../../library/generation/generation.ts'
import type { AskAnswer } from '../../answer/answer.ts'
import { referTo } from '../../answer/citation.ts'
import type { MetadataField, MetadataItem } from '../../answer/item.ts'
import type { MetadataQuestion } from './metadata-question.ts'

/** What is known of a detail of these articles. */
export function metadataItems(
  generation: Generation,
  field: MetadataField,
  articles: readonly Article[],
): readonly MetadataItem[] {
  return articles.flatMap((article): MetadataItem[] => {
    const value = article[field]
    const readFrom = article.sources[field]
    if (value === null || readFrom === undefined) return []
    return [{ kind: 'metadata', field, value, article: referTo(generation, article), readFrom }]
  })
}

/** Words with which a text says the same of a book, a letter or a report. */
const wordsOfText: Readonly<Record<MetadataField, string>> = {
  author: 'write author compose draft',
  date: 'write publish appear print release post',
  outlet: 'publish appear print run carry post',
  url: 'link website address',
}

/** Whether an answer from the text states what the question asks for, about the same thing. */
export function textSaysIt(answer: AskAnswer, { field, article }: MetadataQuestion): boolean {
  const [first] = answer.status === 'answered' ? answer.items : []
  if (first === undefined || first.kind === 'metadata' || article.kind === 'this') return false
  const own = termSetOf({ terms: terms(first.snippet.text) })
  const says = (text: string) => terms(text).map(({ term }) => own.has(term))
  return says(wordsOfText[field]).includes(true) && !says(article.words).includes(false)
}
