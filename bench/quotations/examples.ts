import { attributeQuotations } from '../../src/reading/statements/attribute-quotations.ts'
import type { Mention } from '../../src/reading/statements/entities/mentions.ts'
import { type ParsedArticle, readParsedArticle } from '../../src/reading/statements/entities/parsed-article.ts'
import type { Classifiers, Decision, SpanReference } from '../../src/reading/statements/model/classifiers.ts'
import { articleOf, type GoldDocument, type GoldQuote, type Stretch } from './gold.ts'
import type { Example } from './learn.ts'
import { isRightSpeaker } from './score.ts'

export interface Examples {
  readonly words: Example[]
  readonly speakers: Example[]
  readonly pronouns: Example[]
}

/** Weight of pronouns that a machine resolved in the data, and of those checked by hand. */
const silver = 0.5
const checkedType = 2

/**
 * Reads a document and collects every choice with its right answers. Later choices depend on what `classifiers` chose before or, without
 * them, on the right answers.
 */
export function examplesOf(gold: GoldDocument, classifiers: Classifiers | null): Examples {
  const article = articleOf(gold)
  const document = readParsedArticle(article)
  const collected: Examples = { words: [], speakers: [], pronouns: [] }
  const offset = (frame: number): number => document.frames[frame]?.paragraph.fileStart ?? 0
  const placeOf = ({ frame, span }: SpanReference): Stretch => {
    const { start, end } = document.frames[frame]?.spans[span] ?? { start: 0, end: 0 }
    return { start: offset(frame) + start, end: offset(frame) + end }
  }
  let asked: GoldQuote | undefined
  attributeQuotations(document, {
    speechProbability(stretch, features) {
      const place = placeOf(stretch)
      const speech = goldAt(gold, place) !== undefined
      const scare = (gold.scare ?? []).some((one) => overlap(one, place) > (one.end - one.start) / 2)
      if (speech || scare) {
        collected.words.push({ candidates: [features, []], right: [speech, !speech], weight: 1 })
      }
      return speech ? 1 : scare ? 0 : (classifiers?.speechProbability(stretch, features) ?? 1)
    },
    speaker(question, candidates) {
      asked = goldAt(gold, placeOf(question))
      const right = question.candidates.map(
        (mention) => asked !== undefined && isRight(document, mention, asked, offset(mention.frame)),
      )
      const known = right.includes(true)
      if (asked !== undefined) collected.speakers.push({ candidates, right: [...right, !known], weight: 1 })
      return (
        classifiers?.speaker(question, candidates) ??
        first(asked === undefined ? question.candidates.map(() => true) : right)
      )
    },
    pronoun(question, candidates) {
      const head = asked?.speakerType.startsWith('pronoun') === true ? asked.speakerHead : null
      const right = question.candidates.map(
        ({ entity }) => head !== null && head !== undefined && isRightSpeaker(head, entity.name),
      )
      if (right.includes(true)) {
        collected.pronouns.push({ candidates, right, weight: asked?.speakerType === 'pronoun' ? silver : checkedType })
      }
      return classifiers?.pronoun(question, candidates) ?? first(right)
    },
  })
  return collected
}

function first(right: readonly boolean[]): Decision {
  return { index: right.indexOf(true), probability: 1 }
}

const overlap = (one: Stretch, other: Stretch): number =>
  Math.min(one.end, other.end) - Math.max(one.start, other.start)

function goldAt(gold: GoldDocument, place: Stretch): GoldQuote | undefined {
  const length = place.end - place.start
  return gold.quotes.find((quote) => overlap(quote, place) >= 0.8 * Math.max(length, quote.end - quote.start))
}

function isRight(document: ParsedArticle, mention: Mention, quote: GoldQuote, offset: number): boolean {
  const { speakerType, speakerHead, speakerStart = -1, speakerEnd = -1 } = quote
  const tokens = document.frames[mention.frame]?.tokens
  const start = offset + (tokens?.[mention.head]?.start ?? 0)
  const end = offset + (tokens?.[mention.head]?.end ?? 0)
  const there = start < speakerEnd && end > speakerStart
  if (mention.kind === 'name') {
    const named = speakerType === 'named' || speakerType === 'office' || speakerType === 'pronoun-checked'
    return named && speakerHead !== null && mention.entity !== null && isRightSpeaker(speakerHead, mention.entity.name)
  }
  if (mention.kind === 'pronoun') return there && speakerType.startsWith('pronoun')
  return there && speakerType === 'nominal'
}
