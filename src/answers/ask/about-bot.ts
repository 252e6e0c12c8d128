import type { Generation } from '../../library/generation/generation.ts'
import type { AboutBot } from '../answer/answer.ts'
import { speakers } from '../statements/quotes.ts'
import { readTopics } from '../suggest/topics.ts'

const maxExamples = 3
const maxCandidates = 4

/** Questions about the articles' speakers and topics, those most likely to have an answer first. */
function* exampleQuestions(generation: Generation): Generator<string> {
  const topics = readTopics(generation).slice(0, maxCandidates)
  const quoted = speakers(generation).slice(0, maxCandidates)
  for (let at = 0; at < maxCandidates; at++) {
    const [topic, speaker] = [topics[at], quoted[at]]
    if (speaker !== undefined) yield `What did ${speaker.name} say?`
    if (topic !== undefined) yield `Tell me about ${topic.text}`
    if (speaker !== undefined) yield `Who is ${speaker.name}?`
  }
}

/** A short reply about the bot or its articles. `isAnswered` tells whether the articles answer an example question. */
export async function aboutBot(
  generation: Generation,
  topic: AboutBot['topic'],
  isAnswered: (question: string) => Promise<boolean>,
): Promise<AboutBot> {
  const examples: string[] = []
  for (const question of exampleQuestions(generation)) {
    if (examples.length === maxExamples) break
    if (await isAnswered(question)) examples.push(question)
  }
  const { articles } = generation
  const titles =
    topic === 'articles'
      ? articles
          .map(({ title, date }) => ({ title, date }))
          .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : 0))
      : []
  return { status: 'about', generation: generation.id, articles: articles.length, topic, examples, titles }
}
