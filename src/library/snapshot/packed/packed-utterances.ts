import type { Paragraph } from '../../../corpus/article/article.ts'
import type { Utterance } from '../../../reading/statements/utterances.ts'
import type { Numbering } from '../../../resources/numbers/numbering.ts'
import { type Numbers, numbersOf } from '../../../resources/numbers/packed-numbers.ts'

/** The fields of an utterance that are sets of terms. */
const setFields = ['termSet', 'statedTerms', 'aroundTerms'] as const

type TermSets = Pick<Utterance, (typeof setFields)[number]>

/** An utterance without its terms, and without the text of its content if that is what is at its place: mostly it is. */
interface PackedUtterance extends Omit<Utterance, keyof TermSets | 'content'> {
  readonly content: Omit<Utterance['content'], 'text'> & { readonly text: string | null }
  /** For each set field the indexes of its terms among the words, or the name of a field before it with the same set. */
  readonly terms: Readonly<Record<keyof TermSets, Numbers | keyof TermSets>>
}

/** The utterances of an article, packed: one turn of a transcript has hundreds of terms, and a set takes forty bytes for each. */
export type PackedUtterances = readonly PackedUtterance[]

const textAt = (paragraph: Paragraph, { start, end }: { readonly start: number; readonly end: number }): string =>
  paragraph.text.slice(start, end)

/** Packs the utterances of an article; `words` numbers their terms. */
export function packUtterances(utterances: readonly Utterance[], words: Numbering<string>): PackedUtterances {
  return utterances.map(({ termSet, statedTerms, aroundTerms, content, ...rest }): PackedUtterance => {
    const sets: TermSets = { termSet, statedTerms, aroundTerms }
    const termsOf = (field: keyof TermSets) => {
      const same = setFields.find((earlier) => sets[earlier] === sets[field])
      return same === undefined || same === field ? numbersOf([...sets[field]].map(words.indexOf)) : same
    }
    const text = textAt(rest.paragraph, content) === content.text ? null : content.text
    return {
      ...rest,
      content: { ...content, text },
      terms: { termSet: termsOf('termSet'), statedTerms: termsOf('statedTerms'), aroundTerms: termsOf('aroundTerms') },
    }
  })
}

/** An utterance whose sets are made each time they are read: only few are looked at again. */
class UnpackedUtterance implements Utterance {
  readonly article: Utterance['article']
  readonly paragraph: Paragraph
  readonly form: Utterance['form']
  readonly content: Utterance['content']
  readonly source: string | null
  readonly attributed: Utterance['attributed']
  readonly around: Utterance['around']
  readonly #terms: PackedUtterance['terms']
  readonly #words: readonly string[]

  constructor(
    { article, paragraph, form, content, source, attributed, around, terms }: PackedUtterance,
    words: readonly string[],
  ) {
    this.article = article
    this.paragraph = paragraph
    this.form = form
    this.content = { ...content, text: content.text ?? textAt(paragraph, content) }
    this.source = source
    this.attributed = attributed
    this.around = around
    this.#terms = terms
    this.#words = words
  }

  get termSet(): ReadonlySet<string> {
    return this.#setOf('termSet')
  }

  get statedTerms(): ReadonlySet<string> {
    return this.#setOf('statedTerms')
  }

  get aroundTerms(): ReadonlySet<string> {
    return this.#setOf('aroundTerms')
  }

  #setOf(field: keyof TermSets): ReadonlySet<string> {
    const terms = this.#terms[field]
    if (typeof terms === 'string') return this.#setOf(terms)
    return new Set(Array.from(terms, (at) => this.#words[at] ?? ''))
  }
}

/** The utterances that were packed, in the same order; `words` are all that were numbered. */
export function unpackUtterances(utterances: PackedUtterances, words: readonly string[]): readonly Utterance[] {
  return utterances.map((packed) => new UnpackedUtterance(packed, words))
}
