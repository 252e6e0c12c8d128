import type { Answer, FoundInArticles } from '../answers/answer/answer.ts'
import {
  ArticleError,
  type ArticleList,
  type ArticleOutline,
  findArticle,
  listArticles,
  outlineArticle,
} from '../answers/articles/list-articles.ts'
import type { ParagraphContext, ParagraphGone } from '../answers/articles/paragraph-context.ts'
import type { Upload, UploadPreview } from '../answers/articles/preview-upload.ts'
import type { Status } from '../answers/articles/status.ts'
import type { EarlierAnswer } from '../answers/ask/follow-up.ts'
import type { Suggestion, SuggestionKind } from '../answers/suggest/suggest.ts'
import { CorpusError } from '../corpus/article/corpus-error.ts'
import type { ArticleChange } from '../library/changes/article-change.ts'
import type { RemovedArticle } from '../library/changes/removed-articles.ts'
import { LibraryError } from '../library/errors/library-error.ts'
import { ReindexBusyError } from '../library/errors/reindex-busy-error.ts'
import { readWhole } from '../library/generation/generation.ts'
import type { Library, Progress, ReindexReport, ReindexRequest } from '../library/library.ts'
import { QueryError } from '../search/query.ts'

export type { ArticleChange, Progress, ReindexReport, ReindexRequest, RemovedArticle, Status, Upload, UploadPreview }

/** What was asked cannot be looked up as it is; the message is a sentence for the person who asked. */
export interface Refused {
  readonly status: 'error'
  readonly message: string
  readonly generation: string
}

/** The one way in which commands and faces ask. Everything that crosses it is plain data. */
export interface AnswerService {
  ask(question: string, article?: string): Promise<Answer | Refused>
  /** A question that leans on an earlier answer ("he"), with whom it means put in. */
  followUp(question: string, earlier: EarlierAnswer): Promise<string>
  whoSaid(words: string): Promise<Answer | Refused>
  quotes(speaker: string, article?: string): Promise<Answer | Refused>
  /** Without a topic, the most widely reported facts. */
  facts(topic?: string, article?: string): Promise<Answer | Refused>
  /** Two articles side by side. */
  compare(first: string, second: string): Promise<Answer | Refused>
  /** Dated facts by the day they are about; without a topic, the most widely reported. */
  timeline(topic?: string, article?: string): Promise<Answer | Refused>
  articles(): Promise<ArticleList>
  outline(article: string): Promise<ArticleOutline | Refused>
  /** What the articles hold of what a message says. */
  find(text: string): Promise<FoundInArticles | Refused>
  /** The paragraph of a key (`paragraphKey`) with its neighbours. */
  context(key: string): Promise<ParagraphContext | ParagraphGone>
  /** What someone who types may mean; at most 25. */
  suggest(kind: SuggestionKind, typed: string): Promise<readonly Suggestion[]>
  /** Reads at once what is otherwise read when it is first asked for, but for suggestions, so that no question has to wait. */
  prepare(): Promise<void>
  /** The generation in figures, and how it stands around it. */
  status(): Promise<Status>
  /** What a file would become as an article; nothing is written. `signal` cancels it. */
  preview(upload: Upload, signal?: AbortSignal): Promise<UploadPreview | Refused>
  /** Reads the articles again and switches to what they now say; when that fails, all stays as it was. */
  reindex(request?: ReindexRequest): Promise<ReindexReport | Refused>
}

/**
 * A service that answers in this process, each call from the generation that is current when it begins. The code of a kind of
 * answer is loaded when it is first asked for: that of all of them would take longer than most answers.
 */
export function createAnswerService(library: Library): AnswerService {
  /** Turns what a person did wrong into a value; a fault of the program stays an exception. */
  async function answered<A>(answer: (generation: Library['current']) => A | Promise<A>): Promise<A | Refused> {
    const generation = library.current
    try {
      return await answer(generation)
    } catch (error) {
      if (error instanceof QueryError || error instanceof ArticleError) return refused(error, generation)
      throw error
    }
  }
  const refused = ({ message }: Error, { id }: Library['current']): Refused => {
    return { status: 'error', message, generation: id }
  }
  /** One preview at a time: a large file takes much memory. */
  let previews: Promise<unknown> = Promise.resolve()
  const only = (generation: Library['current'], asked: string | undefined) =>
    asked === undefined ? undefined : findArticle(generation, asked)
  return {
    ask: (question, article) =>
      answered(async (generation) => {
        const { ask } = await import('../answers/ask/ask.ts')
        return ask(generation, question, only(generation, article))
      }),
    followUp: async (question, earlier) => {
      const generation = library.current
      const { followUp } = await import('../answers/ask/follow-up.ts')
      return followUp(generation, question, earlier)
    },
    whoSaid: (words) =>
      answered(async (generation) => {
        const { whoSaid } = await import('../answers/statements/who-said.ts')
        return whoSaid(generation, words)
      }),
    quotes: (speaker, article) =>
      answered(async (generation) => {
        const { quotes } = await import('../answers/statements/quotes.ts')
        return quotes(generation, speaker, only(generation, article))
      }),
    facts: (topic, article) =>
      answered(async (generation) => {
        const { facts } = await import('../answers/facts/facts.ts')
        return facts(generation, topic, only(generation, article))
      }),
    compare: (first, second) =>
      answered(async (generation) => {
        const { compareArticles } = await import('../answers/facts/compare.ts')
        return compareArticles(generation, findArticle(generation, first), findArticle(generation, second))
      }),
    timeline: (topic, article) =>
      answered(async (generation) => {
        const { timeline } = await import('../answers/facts/timeline.ts')
        return timeline(generation, topic, only(generation, article))
      }),
    articles: async () => listArticles(library.current),
    outline: (article) => answered((generation) => outlineArticle(generation, article)),
    find: (text) =>
      answered(async (generation) => {
        const { find } = await import('../answers/find/find.ts')
        return find(generation, text)
      }),
    context: async (key) => {
      const generation = library.current
      const { contextOf } = await import('../answers/articles/paragraph-context.ts')
      return contextOf(generation, key)
    },
    suggest: async (kind, typed) => {
      const generation = library.current
      const { suggestInTime } = await import('../answers/suggest/suggest.ts')
      return suggestInTime(generation, kind, typed)
    },
    prepare: async () => {
      const generation = library.current
      const [{ wordRows }] = await Promise.all([
        import('../answers/find/word-rows.ts'),
        import('../answers/suggest/suggest.ts'),
        import('../answers/ask/ask.ts'),
        import('../answers/ask/follow-up.ts'),
        import('../answers/articles/paragraph-context.ts'),
        import('../answers/facts/compare.ts'),
        import('../answers/facts/facts.ts'),
        import('../answers/facts/timeline.ts'),
        import('../answers/find/find.ts'),
        import('../answers/statements/quotes.ts'),
        import('../answers/statements/who-said.ts'),
      ])
      readWhole(generation)
      wordRows(generation)
    },
    status: async () => (await import('../answers/articles/status.ts')).statusOf(library),
    preview: (upload, signal) => {
      const done = previews.then(async () => {
        const generation = library.current
        const { previewUpload, UploadError } = await import('../answers/articles/preview-upload.ts')
        try {
          return await previewUpload(library, upload, signal)
        } catch (error) {
          if (error instanceof UploadError) return refused(error, generation)
          throw error
        }
      })
      previews = done.catch(() => undefined)
      return done
    },
    reindex: async (request) => {
      const before = library.current
      try {
        return await library.reindex(request)
      } catch (error) {
        if (error instanceof CorpusError || error instanceof LibraryError || error instanceof ReindexBusyError)
          return refused(error, before)
        throw error
      }
    },
  }
}
