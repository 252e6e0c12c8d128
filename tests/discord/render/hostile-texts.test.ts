import { describe, expect, test } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { messageCommands } from '../../../commands/message-commands.ts'
import { answerReply } from '../../../commands/support/reply/reply.ts'
import { cite, referTo, toSnippet } from '../../../src/answers/answer/citation.ts'
import type {
  FactItem,
  MatchItem,
  MetadataItem,
  QuotationItem,
  ReportItem,
  SentenceItem,
} from '../../../src/answers/answer/item.ts'
import { contextOf, paragraphKey } from '../../../src/answers/articles/paragraph-context.ts'
import { type MessageDraft, messageBody } from '../../../src/discord/delivery/message-payload.ts'
import { renderContext } from '../../../src/discord/render/embeds/context-embed.ts'
import { present, presentMore, presentNearest, presentSources } from '../../../src/discord/render/reply-message.ts'
import { council, generationFrom, serviceOn } from '../../../testkit/articles/articles.ts'
import { liveInMessage, liveMarkup } from '../../../testkit/discord/messages/live-markup.ts'
import { bodies, examine } from '../../../testkit/discord/schema/schema.ts'
import { hostileTexts } from '../../../testkit/text/hostile-texts.ts'
import { stride } from '../../../testkit/thorough.ts'

const all = hostileTexts()
const texts = all.filter((_, at) => at % stride(4) === 0)

/** What is wrong with a message: what Discord would refuse, and what would be live in it. */
function faultsOf(message: MessageDraft): readonly string[] {
  const body = messageBody(message)
  const examined = examine(bodies.callback, { type: 4, data: body })
  const refused = examined.ok ? [] : examined.problems.map(({ path, message: what }) => `${path.join('.')}: ${what}`)
  return [...refused, ...liveInMessage(body)]
}

const ask = commands.find(({ definition }) => definition.name === 'ask') ?? expect.fail('There is no /ask.')
const call = (name: string, option: string, value: string) => ({ name, options: { [option]: value } })

describe('hostile texts', () => {
  test('are all different, and most are live markup unless they are escaped', () => {
    expect(new Set(all).size).toBeGreaterThan(1950)
    expect(all.filter((text) => liveMarkup(text).length > 0).length).toBeGreaterThan(1800)
  })

  test('in a question leave no live markup in the reply, and nothing that Discord would refuse', async () => {
    const context = { service: serviceOn(await generationFrom(council)), commands, messageCommands }
    const faults: unknown[] = []
    for (const text of texts) {
      for (const { name, options } of [call('ask', 'question', text), call('facts', 'topic', `ferries ${text}`)]) {
        const command = commands.find(({ definition }) => definition.name === name)
        const reply = await command?.run(options, context)
        if (command === undefined || reply === undefined) throw new Error(`There is no /${name}.`)
        const query = { call: { command: name, options }, command }
        const message = present(reply, { page: 0, private: false, query })
        const found = message === null ? ['no message'] : faultsOf(message)
        if (found.length > 0) faults.push([text.slice(0, 80), found])
      }
    }
    expect(faults).toEqual([])
  })

  test('in text, title, outlet and speaker of an article leave no live markup in the reply, and nothing that Discord would refuse', async () => {
    const generation = await generationFrom({ 'hostile.txt': 'A harbour.\n' })
    const [article] = generation.articles
    if (article === undefined) throw new Error('There is no article.')
    const faults: unknown[] = []
    for (const text of texts) {
      const paragraph = { number: 1, kind: 'body' as const, text, fileStart: 0, fileEnd: text.length }
      const place = {
        article: {
          ...article,
          title: text,
          outlet: text,
          url: `https://x.example/${encodeURI(text.toWellFormed())}`,
          paragraphs: [paragraph],
        },
        paragraph,
      }
      const middle = Math.floor(text.length / 2)
      const snippet = toSnippet(generation, place, { start: 0, end: text.length }, [
        { start: 0, end: 1 },
        { start: middle, end: text.length },
      ])
      const { citation } = snippet
      const base = { snippet, alsoIn: [cite(generation, place, { start: 0, end: 1 })] }
      const statement = {
        form: 'quoted' as const,
        speaker: { name: text, role: text, cue: text, others: [{ speaker: text, citation }] },
        source: null,
        isAsked: true,
        quotation: { start: 0, end: 1, text },
        variants: [{ text, citation, alsoIn: [citation] }],
        reports: [{ text, citation, alsoIn: [citation] }],
      }
      const report: ReportItem = { kind: 'report', ...base, statement: { ...statement, speaker: null, source: text } }
      const quotation: QuotationItem = { kind: 'quotation', ...base, statement }
      const fact: FactItem = {
        kind: 'fact',
        ...base,
        label: text,
        focus: { start: 0, end: 1 },
        support: { independent: 1, attribution: { source: { text, citation }, articles: 1 } },
        differences: (['wording', 'figure'] as const).map((kind) => ({
          kind,
          values: [{ text, citation, alsoIn: [citation] }],
        })),
      }
      const sentence: SentenceItem = { kind: 'sentence', ...base, differences: fact.differences }
      const part = { text, match: 'near', onlyInMessage: [text], onlyInSnippet: [text], further: 1 } as const
      const match: MatchItem = { kind: 'match', ...base, part, statement }
      const { article: named } = place
      const metadata = (['author', 'date', 'outlet', 'url'] as const).map((field): MetadataItem => {
        const value = field === 'url' ? named.url : text
        return { kind: 'metadata', field, value, article: referTo(generation, named), readFrom: 'byline' }
      })
      const scope = { generation: generation.id, articles: 1 }
      const answers = [
        answerReply(text, { ...scope, status: 'answered', items: [quotation, fact, quotation, fact], total: 4 }),
        answerReply(text, { ...scope, status: 'answered', items: [match, report, fact], total: 3 }),
        answerReply(text, { ...scope, status: 'answered', items: metadata, total: 4 }),
        answerReply(text, {
          ...scope,
          status: 'nothing-found',
          instead: [],
          reason: { code: 'metadata-absent', field: 'author', title: text },
          nearest: [],
        }),
        answerReply(text, {
          ...scope,
          status: 'nothing-found',
          instead: [{ command: 'facts', about: text }],
          reason: { code: 'name-absent', words: [text] },
          nearest: [sentence],
        }),
      ]
      const query = { call: { command: 'ask', options: { question: 'x' } }, command: ask }
      const messages = answers.flatMap((reply) => {
        const best = reply.kind === 'answer' ? { ...reply, bestFirst: true } : reply
        const shown = [reply, best].map((one) => present(one, { page: 0, private: true, query: null }))
        const onRequest = [presentSources(reply, 0, query), presentMore(best, query), presentNearest(reply)]
        return [...shown, ...onRequest.filter((message) => message !== null)]
      })
      const context = contextOf({ ...generation, articles: [place.article] }, paragraphKey(snippet.citation))
      if (context.status === 'gone') throw new Error('The paragraph is gone.')
      messages.push({ embeds: [renderContext(context)], private: true })
      const found = messages.flatMap((message) => (message === null ? ['no message'] : faultsOf(message)))
      if (found.length > 0) faults.push([text.slice(0, 80), found])
    }
    expect(faults).toEqual([])
  })
})
