import { type Contest, doubtValues } from '../../src/answers/ask/decide/answerability-features.ts'
import { maxWeighed } from '../../src/answers/ask/decide/decide.ts'
import { ruledOut } from '../../src/answers/ask/decide/rules/rejection-rules.ts'
import { snippetRange } from '../../src/answers/ask/items/snippet-range.ts'
import type { Question } from '../../src/answers/ask/question/parse-question.ts'
import { searchQuestion } from '../../src/answers/ask/question/search-question.ts'
import { type FeatureInput, featureInputs } from '../../src/answers/ask/rank/features/feature-input.ts'
import { featureNames, featureValues } from '../../src/answers/ask/rank/features/feature-table.ts'
import { weighedSum } from '../../src/answers/ask/rank/linear-model.ts'
import type { Ranked } from '../../src/answers/ask/rank/rank.ts'
import { type Candidate, findCandidates } from '../../src/answers/ask/retrieve/candidate-sentences.ts'
import type { Rows } from './boost.ts'
import type { SetQuestion } from './question-set.ts'
import { holdsAnswer, type Marks, mark, type Shown } from './score.ts'
import type { SetGeneration } from './set-generation.ts'

/** One candidate of one question. */
export interface Example {
  readonly candidate: Candidate
  readonly view: FeatureInput
  readonly values: Float64Array
  readonly rightParagraph: boolean
  readonly holdsAnswer: boolean
  readonly paragraphId: string
}

/** A question with its candidates. */
export interface QuestionExamples {
  readonly question: SetQuestion
  readonly asked: Question
  readonly document: string
  readonly examples: readonly Example[]
}

/** Finds the candidates of questions through the real code. */
export async function examplesOf(
  { generation, paragraphIds }: SetGeneration,
  questions: readonly SetQuestion[],
  documents: ReadonlyMap<string, string>,
): Promise<readonly QuestionExamples[]> {
  const all: QuestionExamples[] = []
  for (const question of questions) {
    const { question: asked, hits } = await searchQuestion(generation, question.question)
    const views = featureInputs(generation, asked, findCandidates(generation, asked, hits))
    const examples = views.map((view): Example => {
      const { passage, sentence } = view.candidate
      const paragraphId = paragraphIds.get(`${passage.article.file}#${passage.paragraph.number}`) ?? ''
      return {
        candidate: view.candidate,
        view,
        values: featureValues(view),
        paragraphId,
        rightParagraph: question.paragraphIds.includes(paragraphId),
        holdsAnswer: holdsAnswer({ paragraphId, text: sentence.text }, question),
      }
    })
    all.push({ question, asked, document: documents.get(question.paragraphId) ?? '', examples })
  }
  return all
}

/** The examples of questions as rows, each question's a group; `gain` is what an example is worth. */
export function rowsOf(all: readonly (readonly Example[])[], gain: (example: Example) => number): Rows {
  const width = featureNames.length
  const flat = all.flat()
  const values = new Float32Array(flat.length * width)
  flat.forEach((example, row) => {
    values.set(example.values, row * width)
  })
  const groups = [0]
  for (const examples of all) groups.push((groups.at(-1) ?? 0) + examples.length)
  return { width, values, gains: Float32Array.from(flat, gain), groups }
}

/** An example with its score. */
export type Scored = Example & Ranked

/** The examples of a question by the weights of their features, best first. */
export function scored({ examples }: QuestionExamples, weights: Float64Array): readonly Scored[] {
  return examples
    .map((example) => ({ ...example.candidate, ...example, score: weighedSum(weights, example.values) }))
    .sort((a, b) => b.score - a.score)
}

/** What is shown of an example. */
function shownOf({ candidate, paragraphId, passage }: Scored): Shown {
  const { start, end } = snippetRange(candidate)
  return { paragraphId, text: passage.paragraph.text.slice(start, end) }
}

/** Marks a question's examples in their order. */
export function markScored({ question }: QuestionExamples, ranked: readonly Scored[]): Marks {
  const shown = ranked.map(shownOf)
  return mark(
    question,
    shown.slice(0, 3),
    shown.map(({ paragraphId }) => paragraphId),
  )
}

interface ExampleContest extends Contest {
  readonly candidate: Scored
}

/** The best examples of a question that no rule refuses, as the decision sees them, best first. */
export function contestsOf(
  { asked }: QuestionExamples,
  ranked: readonly Scored[],
  most = maxWeighed,
): readonly ExampleContest[] {
  return ranked
    .slice(0, most)
    .filter((one) => ruledOut({ generation: one.view.generation, question: asked, ranked: one }) === null)
    .map((candidate) => ({ question: asked, candidate, ranked }))
}

/** The best example of a question that no rule refuses; null where there is none. */
export function contestOf(one: QuestionExamples, ranked: readonly Scored[]): ExampleContest | null {
  return contestsOf(one, ranked)[0] ?? null
}

/** Whether what is shown of an example holds an answer. */
export function answersIt({ question }: QuestionExamples, example: Scored): boolean {
  return holdsAnswer(shownOf(example), question)
}

export { doubtValues }
