import { type Numbering, numbering } from '../../resources/numbers/numbering.ts'
import { type Numbers, numbersOf } from '../../resources/numbers/packed-numbers.ts'
import { packValue, unpackValue } from '../../resources/numbers/packed-value.ts'
import type { TimeExpression } from '../dates/time/time-expression.ts'
import type { Figure } from '../figures/figures.ts'
import type { Term } from '../tokens/terms.ts'
import type { Text } from './recent-words.ts'
import type { Sentence } from './sentence.ts'

interface Values {
  readonly figures: readonly Figure[]
  readonly times: readonly TimeExpression[]
}

/** Sentences as lists of numbers: an eighth of the memory. */
export interface PackedSentences {
  /** The paragraphs they are from. */
  readonly texts: readonly Text[]
  /**
   * Five numbers for each sentence: the index of its paragraph, start, end, the number of terms in the sentences before, and where its values
   * begin, counted from 1, or 0 if it has none.
   */
  readonly places: Numbers
  /** Four numbers for each term: the indexes of `term` and `folded`, start, and twice its length, plus 1 if it is capitalised. */
  readonly terms: Numbers
  /** The figures and times of the sentences that have any (`packValue`). */
  readonly values: Numbers
}

const perSentence = 5
const perTerm = 4

/** A sentence with the paragraph that it is from. */
export interface SentenceInText {
  readonly text: Text
  readonly sentence: Sentence
}

/** Packs sentences; `words` numbers their words. */
export function packSentences(sentences: readonly SentenceInText[], words: Numbering<string>): PackedSentences {
  const texts = numbering<Text>()
  const places: number[] = []
  const terms: number[] = []
  const values: number[] = []
  for (const { text, sentence } of sentences) {
    const { figures, times } = sentence
    const hasValues = figures.length > 0 || times.length > 0
    places.push(texts.indexOf(text), sentence.start, sentence.end, terms.length / perTerm)
    places.push(hasValues ? values.length + 1 : 0)
    if (hasValues) values.push(...packValue({ figures, times } satisfies Values, words))
    for (const { term, folded, capital, start, end } of sentence.terms) {
      terms.push(words.indexOf(term), words.indexOf(folded), start, 2 * (end - start) + Number(capital))
    }
  }
  return { texts: texts.all(), places: numbersOf(places), terms: numbersOf(terms), values: numbersOf(values) }
}

const none: Values = { figures: [], times: [] }

/** The terms of the sentence that was read last: most readers look at all parts of one sentence before the next one. */
let last: { readonly sentence: PackedSentence; readonly terms: readonly Term[] } | null = null

/** A sentence whose parts are made when they are read. */
class PackedSentence implements Sentence {
  readonly #packed: PackedSentences
  readonly #words: readonly string[]
  readonly #at: number

  constructor(packed: PackedSentences, words: readonly string[], at: number) {
    this.#packed = packed
    this.#words = words
    this.#at = at
  }

  #place(field: number): number {
    return this.#packed.places[this.#at * perSentence + field] ?? 0
  }

  get start(): number {
    return this.#place(1)
  }

  get end(): number {
    return this.#place(2)
  }

  get text(): string {
    return this.#packed.texts[this.#place(0)]?.text.slice(this.start, this.end) ?? ''
  }

  get terms(): readonly Term[] {
    if (last?.sentence === this) return last.terms
    const { places, terms } = this.#packed
    const words = this.#words
    const end = places[(this.#at + 1) * perSentence + 3] ?? terms.length / perTerm
    const found: Term[] = []
    for (let at = this.#place(3); at < end; at++) {
      const [term = 0, folded = 0, start = 0, length = 0] = terms.subarray(at * perTerm, (at + 1) * perTerm)
      found.push({
        term: words[term] ?? '',
        folded: words[folded] ?? '',
        capital: length % 2 === 1,
        start,
        end: start + Math.floor(length / 2),
      })
    }
    last = { sentence: this, terms: found }
    return found
  }

  get figures(): readonly Figure[] {
    return this.#values().figures
  }

  get times(): readonly TimeExpression[] {
    return this.#values().times
  }

  #values(): Values {
    const start = this.#place(4)
    return start === 0 ? none : unpackValue<Values>(this.#packed.values, start - 1, this.#words)
  }
}

/** The sentences that were packed, in the same order; `words` are all that were numbered. */
export function unpackSentences(packed: PackedSentences, words: readonly string[]): readonly Sentence[] {
  return Array.from({ length: packed.places.length / perSentence }, (_, at) => new PackedSentence(packed, words, at))
}
