import { CorpusError } from '../corpus/corpus-error.ts'
import type { ArticleChange } from '../library/article-change.ts'
import { readWhole } from '../library/generation.ts'
import type { Library, Progress, ReindexReport, ReindexRequest } from '../library/library.ts'
import { LibraryError } from '../library/library-error.ts'
import { ReindexBusyError } from '../library/reindex-busy-error.ts'
import type { RemovedArticle } from '../library/removed-articles.ts'
import { QueryError } from '../search/query.ts'
import type { Answer } from './answer.ts'
import {
  ArticleError,
  type ArticleList,
  type ArticleOutline,
  findArticle,
  listArticles,
  outlineArticle,
} from './articles.ts'
import { contextOf, type ParagraphContext, type ParagraphGone } from './context.ts'
import { compareArticles } from './facts/compare.ts'
import { facts } from './facts/facts.ts'
import { timeline } from './facts/timeline.ts'
import { find } from './find.ts'
import type { Upload, UploadPreview } from './preview.ts'
import { quotes } from './quotes.ts'
import type { Status } from './status.ts'
import { prepareSuggestions, type Suggestion, type SuggestionKind, suggest } from './suggest.ts'
import { whoSaid } from './who-said.ts'

export type { ArticleChange, Progress, ReindexReport, ReindexRequest, RemovedArticle, Status, Upload, UploadPreview }

/** What was asked cannot be looked up as it is; the message is a sentence for the person who asked. */
export interface Refused {
  readonly status: 'error'
  readonly message: string
  readonly generation: string
}

/** The one way in which commands and faces ask. Everything that crosses it is plain data. */
export interface Port {
  ask(question: string, article?: string): Promise<Answer | Refused>
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
  find(text: string): Promise<Answer | Refused>
  /** The paragraph of a key (`paragraphKey`) with its neighbours. */
  context(key: string): Promise<ParagraphContext | ParagraphGone>
  /** What someone who types may mean; at most 25. */
  suggest(kind: SuggestionKind, typed: string): Promise<readonly Suggestion[]>
  /** Reads at once what is otherwise read when it is first asked for, so that no question has to wait for that. */
  prepare(): Promise<void>
  /** The generation in figures, and how it stands around it. */
  status(): Promise<Status>
  /** What a file would become as an article; nothing is written. */
  preview(upload: Upload): Promise<UploadPreview | Refused>
  /** Reads the articles again and switches to what they now say; when that fails, all stays as it was. */
  reindex(request?: ReindexRequest): Promise<ReindexReport | Refused>
}

/** A port that answers in this process, each call from the generation that is current when it begins. */
export function openPort(library: Library): Port {
  /** Turns what a person did wrong into a value; a fault of the program stays an exception. */
  async function answered<A>(answer: (generation: Library['current']) => A): Promise<A | Refused> {
    const generation = library.current
    try {
      return answer(generation)
    } catch (error) {
      if (error instanceof QueryError || error instanceof ArticleError) return refused(error, generation)
      throw error
    }
  }
  const refused = ({ message }: Error, { id }: Library['current']): Refused => {
    return { status: 'error', message, generation: id }
  }
  const only = (generation: Library['current'], asked: string | undefined) =>
    asked === undefined ? undefined : findArticle(generation, asked)
  return {
    ask: async (question, article) => {
      // Loaded when it is first asked for: its lexicon and its weights would lengthen every start.
      const { ask } = await import('./ask/ask.ts')
      return answered((generation) => ask(generation, question, only(generation, article)))
    },
    whoSaid: (words) => answered((generation) => whoSaid(generation, words)),
    quotes: (speaker, article) => answered((generation) => quotes(generation, speaker, only(generation, article))),
    facts: (topic, article) => answered((generation) => facts(generation, topic, only(generation, article))),
    compare: (first, second) =>
      answered((generation) =>
        compareArticles(generation, findArticle(generation, first), findArticle(generation, second)),
      ),
    timeline: (topic, article) => answered((generation) => timeline(generation, topic, only(generation, article))),
    articles: async () => listArticles(library.current),
    outline: (article) => answered((generation) => outlineArticle(generation, article)),
    find: (text) => answered((generation) => find(generation, text)),
    context: async (key) => contextOf(library.current, key),
    suggest: async (kind, typed) => suggest(library.current, kind, typed),
    prepare: async () => {
      readWhole(library.current)
      prepareSuggestions(library.current)
    },
    status: async () => (await import('./status.ts')).statusOf(library),
    preview: async (upload) => {
      const generation = library.current
      const [{ previewUpload, UploadError }, { removed }] = await Promise.all([import('./preview.ts'), library.state()])
      try {
        const hidden = removed.filter(({ aside }) => aside === null).map(({ file }) => file)
        return await previewUpload(generation, hidden, upload)
      } catch (error) {
        if (error instanceof UploadError) return refused(error, generation)
        throw error
      }
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
