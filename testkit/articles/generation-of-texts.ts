import { createHash } from 'node:crypto'
import { maxAskItems } from '../../src/answers/answer/answer.ts'
import { ask } from '../../src/answers/ask/ask.ts'
import { parseArticle } from '../../src/corpus/parse-article.ts'
import { buildGeneration, type Generation } from '../../src/library/generation/generation.ts'
import { textItems } from './text-items.ts'

/** A generation of articles given as their text, read by the real code. */
export async function generationOf(...texts: readonly string[]): Promise<Generation> {
  const articles = await Promise.all(
    texts.map((text, at) => parseArticle(`a${at}.txt`, text, createHash('sha256').update(text).digest('hex'))),
  )
  return buildGeneration({ articles, skipped: [] }, 'test')
}

/** What `ask` shows of a question: its sentences, or the code of its reason. */
export async function shown(generation: Generation, question: string): Promise<readonly string[] | string> {
  const answer = await ask(generation, question)
  if (answer.status === 'about') return answer.topic
  if (answer.status === 'nothing-found') return answer.reason.code
  if (answer.items.length > maxAskItems) throw new Error(`${answer.items.length} items`)
  return textItems(answer.items).map(({ snippet }) => snippet.text)
}
