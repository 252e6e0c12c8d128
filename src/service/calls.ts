import { ArticleError } from '../answers/articles/article-error.ts'
import type { CitedParagraph } from '../answers/articles/paragraph-context.ts'
import type { Upload } from '../answers/articles/preview-upload.ts'
import { UploadError } from '../answers/articles/upload-error.ts'
import type { SuggestionKind } from '../answers/suggest/suggest.ts'
import type { Article } from '../corpus/article/article.ts'
import { DatabaseError } from '../database/database-error.ts'
import type { Generation } from '../library/generation/generation.ts'
import type { Library } from '../library/library.ts'
import { QueryError } from '../search/query/query-error.ts'

/** A request that cannot be answered as it is; the message is a sentence for the user. */
export interface Refused {
  readonly status: 'error'
  readonly message: string
  readonly generation: string
}

/** What a call is answered from. */
export interface CallContext {
  readonly library: Library
  /** The generation that was current when the call began. One answer comes from one generation. */
  readonly generation: Generation
}

interface Call<Args extends readonly unknown[], Result> {
  /** Loads the code of the implementation. */
  load(): Promise<unknown>
  run(context: CallContext, ...args: Args): Promise<Result>
}

/** Refuses a request; `error` says why. */
export function refusal({ message }: Error, generation: string): Refused {
  return { status: 'error', message, generation }
}

/** A call whose input is always valid. */
function call<Module, Args extends readonly unknown[], Result>(
  load: () => Promise<Module>,
  run: (module: Module, context: CallContext, ...args: Args) => Result | Promise<Result>,
): Call<Args, Result> {
  return { load, run: async (context, ...args) => run(await load(), context, ...args) }
}

function isRefusal(error: unknown): error is Error {
  // A table that is gone is that of an older generation: the call is repeated on the current one.
  if (error instanceof DatabaseError) return error.trouble !== 'no-table'
  return error instanceof QueryError || error instanceof ArticleError || error instanceof UploadError
}

/** A call that refuses invalid input, and what the database cannot answer at the moment. An internal error stays an exception. */
function checkedCall<Module, Args extends readonly unknown[], Result>(
  load: () => Promise<Module>,
  run: (module: Module, context: CallContext, ...args: Args) => Result | Promise<Result>,
): Call<Args, Result | Refused> {
  const unchecked = call(load, run)
  return {
    load,
    async run(context, ...args) {
      try {
        return await unchecked.run(context, ...args)
      } catch (error) {
        if (isRefusal(error)) return refusal(error, context.generation.id)
        throw error
      }
    },
  }
}

/** @throws ArticleError if no article or several have this name. */
async function findArticle(generation: Generation, name: string): Promise<Article> {
  const articles = await import('../answers/articles/list-articles.ts')
  return articles.findArticle(generation, name)
}

async function findIfNamed(generation: Generation, name: string | undefined): Promise<Article | undefined> {
  return name === undefined ? undefined : findArticle(generation, name)
}

/**
 * Every call of the answer service: how its implementation is loaded and run. The service in this process and the one in a worker
 * thread derive from this table. Arguments and results are plain data; an AbortSignal may be the last argument. The implementation is
 * loaded at the first call: loading all of them takes longer than most answers.
 */
export const calls = {
  ask: checkedCall(
    () => import('../answers/ask/ask.ts'),
    async ({ ask }, { generation }, question: string, article?: string) =>
      ask(generation, question, await findIfNamed(generation, article)),
  ),
  /** Calls that the articles answer. */
  examples: call(
    () => import('../answers/ask/examples.ts'),
    async ({ examples }, { generation }) => {
      const { ask } = await import('../answers/ask/ask.ts')
      return examples(generation, async (question) => (await ask(generation, question)).status === 'answered')
    },
  ),
  /** A question that refers to an earlier answer ("he"), with the name of the person or thing put in. */
  followUp: call(
    () => import('../answers/ask/follow-up.ts'),
    ({ followUp }, { generation }, question: string, cited: CitedParagraph) => followUp(generation, question, cited),
  ),
  whoSaid: checkedCall(
    () => import('../answers/statements/who-said.ts'),
    ({ whoSaid }, { generation }, words: string) => whoSaid(generation, words),
  ),
  quotes: checkedCall(
    () => import('../answers/statements/quotes.ts'),
    async ({ quotes }, { generation }, speaker: string, topic?: string, article?: string) =>
      quotes(generation, speaker, { topic, article: await findIfNamed(generation, article) }),
  ),
  /** Without a topic, the most widely reported facts. */
  facts: checkedCall(
    () => import('../answers/facts/facts.ts'),
    async ({ facts }, { generation }, topic?: string, article?: string) =>
      facts(generation, topic, { article: await findIfNamed(generation, article) }),
  ),
  /** Two articles side by side. */
  compare: checkedCall(
    () => import('../answers/facts/compare.ts'),
    async ({ compareArticles }, { generation }, first: string, second: string) =>
      compareArticles(generation, await findArticle(generation, first), await findArticle(generation, second)),
  ),
  /** Dated facts by the day they are about; without a topic, the most widely reported. */
  timeline: checkedCall(
    () => import('../answers/facts/timeline.ts'),
    async ({ timeline }, { generation }, topic?: string, article?: string) =>
      timeline(generation, topic, await findIfNamed(generation, article)),
  ),
  articles: call(
    () => import('../answers/articles/list-articles.ts'),
    ({ listArticles }, { generation }) => listArticles(generation),
  ),
  outline: checkedCall(
    () => import('../answers/articles/list-articles.ts'),
    ({ outlineArticle }, { generation }, article: string) => outlineArticle(generation, article),
  ),
  /** What the articles say about the content of a message. */
  find: checkedCall(
    () => import('../answers/find/find.ts'),
    ({ find }, { generation }, text: string) => find(generation, text),
  ),
  /** The paragraph of a key (`paragraphKey`) with its neighbours. */
  context: call(
    () => import('../answers/articles/paragraph-context.ts'),
    ({ contextOf }, { generation }, key: string) => contextOf(generation, key),
  ),
  /** Completions of what a user has typed so far; at most 25. */
  suggest: call(
    () => import('../answers/suggest/suggest.ts'),
    ({ suggestInTime }, { generation }, kind: SuggestionKind, typed: string) => suggestInTime(generation, kind, typed),
  ),
  /** The generation in figures, and the state of the library. */
  status: call(
    () => import('../answers/articles/status.ts'),
    ({ statusOf }, { library }) => statusOf(library),
  ),
  /** What a file would become as an article; nothing is written. `signal` cancels it. */
  preview: checkedCall(
    () => import('../answers/articles/preview-upload.ts'),
    ({ previewUpload }, { library }, upload: Upload, signal?: AbortSignal) => previewUpload(library, upload, signal),
  ),
}

type Calls = typeof calls

export type CallName = keyof Calls
export type CallArgs<Name extends CallName> = Calls[Name] extends Call<infer Args, unknown> ? Args : never
export type CallResult<Name extends CallName> = Calls[Name] extends Call<infer _, infer Result> ? Result : never

/** The calls as methods. */
export type CallMethods = {
  readonly [Name in CallName]: (...args: CallArgs<Name>) => Promise<CallResult<Name>>
}

/** Makes a method of each call. */
export function callMethods(
  methodOf: <Name extends CallName>(name: Name) => (...args: CallArgs<Name>) => Promise<CallResult<Name>>,
): CallMethods {
  const names = Object.keys(calls) as CallName[]
  // TypeScript does not follow each name to its method through `fromEntries`; `methodOf` is checked for every name.
  return Object.fromEntries(names.map((name) => [name, methodOf(name)])) as unknown as CallMethods
}

/** Runs a call by its name. The arguments are those of the method of this name, perhaps of another thread. */
export function runCall<Name extends CallName>(
  name: Name,
  context: CallContext,
  args: CallArgs<Name>,
): Promise<CallResult<Name>> {
  const table: { readonly [Each in CallName]: Call<CallArgs<Each>, CallResult<Each>> } = calls
  return table[name].run(context, ...args)
}
