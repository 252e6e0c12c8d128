import { examplesOf, type QuestionExamples } from './examples.ts'
import { documentsOf, type QuestionSet, type SetQuestion } from './question-set.ts'
import { generationOfSet } from './set-generation.ts'

/** The questions of a set, each asked of a corpus of a few documents, its own among them. */
export async function smallSets(
  set: QuestionSet,
  size: number,
): Promise<{ readonly answerable: readonly QuestionExamples[]; readonly unanswerable: readonly QuestionExamples[] }> {
  const documents = documentsOf(set)
  const names = [...new Set(set.paragraphs.map(({ docId }) => docId))]
  const asked = [...new Set(set.answerable.map(({ paragraphId }) => documents.get(paragraphId) ?? ''))]
  const answerable: QuestionExamples[] = []
  const unanswerable: QuestionExamples[] = []
  for (const own of asked) {
    const at = names.indexOf(own)
    const some = new Set(Array.from({ length: size }, (_, next) => names[(at + next) % names.length]))
    const made = await generationOfSet(set.paragraphs.filter(({ docId }) => some.has(docId)))
    const ofOwn = (questions: readonly SetQuestion[]) =>
      questions.filter(({ paragraphId }) => documents.get(paragraphId) === own)
    answerable.push(...(await examplesOf(made, ofOwn(set.answerable), documents)))
    unanswerable.push(...(await examplesOf(made, ofOwn(set.unanswerable), documents)))
  }
  return { answerable, unanswerable }
}
