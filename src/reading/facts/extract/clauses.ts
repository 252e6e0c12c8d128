import type { Sentence } from '../../../language/analysis/sentence.ts'
import type { Range } from '../../../language/text/range.ts'
import { unicodeRegExp } from '../../../language/text/unicode-regexp.ts'

/** A part of a clause that only sets the scene. */
export interface Background extends Range {
  /** Whether it makes a separate statement about the noun before it ("…, which was built in 1931, …"). */
  readonly isAside: boolean
}

/** A clause that may report its own fact. Offsets are relative to the sentence. */
export interface Clause extends Range {
  /** False if it counts only if another article reports the same. */
  readonly isMain: boolean
  /** The parts that only set the scene: "as allies seek …", "who lead the group". */
  readonly background: readonly Background[]
}

// The boundary between two clauses that each have a figure.
const figureBreak = unicodeRegExp(
  String.raw`[,;:\u2013\u2014]\s+(?=(?:while|whereas|with|and|but|as|when|after|before|of which|including|who|which|where)\b)|;\s+|\s(?=and\s+(?:\w+\s+){1,4}?(?:were|was|are|is|had|have)\b)|\s(?=and\s+(?:\p{L}+ly\s+)?\p{Ll}{3,}(?:ed|ing)\b)|\s(?=and\s+(?:said|told|wrote|sent|won|lost|left|found|held|gave|took|made|sold|bought|cut)\b)`,
  'gi',
)
// The start of an independent clause.
const clauseBreak = unicodeRegExp(
  String.raw`\s(?=and\s+(?:said|added|announced|warned|told|promised|pledged|ordered|called)\b)|,\s+(?=(?:while|whereas|but|although|though)\b)|,\s+(?=with\s+(?:[^\s,]+\s+){1,9}[^\s,]+ing\b)|;\s+|\s[\u2013\u2014]\s+(?=(?:but|and)\b)`,
  'gi',
)
const concession = /^(?:Though|Although|While|Even though|Despite)\s[^,]{10,200},\s+/u
// The start of background. Source: the subordinators and participial adjuncts of any grammar of English.
const scene = unicodeRegExp(
  String.raw`,?\s+(?:amid|after|before|following|because|so as to|in order to|in a bid to|in response to|in retaliation|as part of|in the event)\b|,\s+(?:as|when|where|since|including|despite|even|which|who|whose|whom|\p{Ll}+ed\s+(?:by|in|as|to|from|for|on|at)|saying|adding|noting|stating|telling|calling|citing|according)\b|\sas\s+(?=(?:the\s+)?[\p{L}-]+\s+[\p{Ll}]+(?:s|ed)\b)|,\s+(?!(?:during|according)\b)[\p{Ll}-]{3,}ing\s`,
  'gi',
)
// "…, a group led by …": an apposition that describes the name before it.
const apposition = unicodeRegExp(
  String.raw`,\s+(?:an?|the)\s+(?:[\p{L}-]+\s+){1,4}(?:led|headed|run|founded|owned|made|known|based|formed|called|named|consisting|comprising|of)\b`,
  'gi',
)
const opensWithPlace = /^(?:In|On|At|After|Before|During|By|For|From|With|Near|As|Since|Until|Under|Over)\s[^,]*$/u
const participle = unicodeRegExp(String.raw`^,\s+\p{Ll}+ing\s$`)
const relativeOpening = unicodeRegExp(String.raw`^,\s+(?:who|which|whose|whom|where|an?|the|\p{Ll}+ed)\b`)
const resumes = /\s(?:that\s|[\u201c"\u2018])/u
const quoted = unicodeRegExp(
  String.raw`[\u201c][^\u201c\u201d]{12,}[\u201d]|(?<![\p{L}\p{N}])"[^"]{12,}"(?!\p{L})|[\u201c][^\u201c\u201d]{12,}$`,
  'g',
)
const bracketed = /\([^()]*\)/gu
const quoteTerms = 4
/** More parts than this are a list. */
const maxClauses = 8
const maxParts = 4

/** The text with quotations and bracketed punctuation blanked, so that they cause no split. Same length. */
function withoutQuoted(text: string): string {
  return text
    .replace(quoted, (stretch) => stretch[0] + 'x'.repeat(stretch.length - 2) + (stretch.at(-1) ?? ''))
    .replace(bracketed, (stretch) => stretch.replace(/[,;:\u2013\u2014]/gu, 'x'))
}

/** Splits a sentence into parts with one figure each; the whole sentence if there is nothing to split. */
function figureParts(text: string, figures: readonly Range[]): Range[] {
  const whole = { start: 0, end: text.length }
  if (figures.length < 2) return [whole]
  const holds = (start: number, end: number) => figures.some((figure) => figure.start >= start && figure.end <= end)
  const cuts = [...figureBreak.matchAll(text)].map(({ index, 0: mark }) => index + mark.length)
  const parts: Range[] = []
  let start = 0
  for (const cut of cuts) {
    if (parts.length + 1 >= maxParts || !holds(start, cut) || !holds(cut, text.length)) continue
    parts.push({ start, end: cut })
    start = cut
  }
  parts.push({ start, end: text.length })
  return parts
}

const opening = /^(?:(?:In|On|At|By|Since|Until|During|Over|Around|Early|Late)\s)?(?:the\s)?$/u

/** Whether a range has only a time and the words that introduce it. */
function opensWithTime(text: string, { start, end }: Range, times: readonly Range[]): boolean {
  const time = times.find((one) => one.start >= start)
  return time !== undefined && time.end === end && opening.test(text.slice(start, time.start))
}

/** The background of a clause. Inside a clause it ends where the report continues ("…, who lead the group, have insisted"). */
function backgroundOf(text: string, { start, end }: Range, { figures, times }: Sentence): Background[] {
  const found: Background[] = []
  const shown = text.slice(start, end)
  const told = [...apposition.matchAll(shown)].filter(({ index }) => !opensWithPlace.test(shown.slice(0, index)))
  const matches = [...scene.matchAll(shown), ...told].sort((a, b) => a.index - b.index)
  for (const match of matches) {
    const from = start + match.index
    if (from <= start + 6 || found.some((range) => from < range.end)) continue
    const rest = text.slice(from + match[0].length, end)
    const comma = match[0].startsWith(',') ? rest.search(/,\s/u) : -1
    const resume = rest.search(resumes)
    const isRelative = relativeOpening.test(match[0])
    // "Last winter, when the flu was at its worst, 300 operations were postponed": here too the report continues after it.
    const isBehindOpening = opensWithTime(text, { start, end: from }, times)
    const stop =
      (isRelative || isBehindOpening) && comma >= 0
        ? comma + 1
        : resume >= 0 && !/quot|saying|stating|adding|telling|calling/u.test(match[0])
          ? resume
          : rest.length
    const isAside = isRelative || told.includes(match)
    const range = { start: from, end: from + match[0].length + stop, isAside }
    // "…, killing six people": a figure is never just background.
    if (participle.test(match[0]) && figures.some((figure) => figure.start >= range.start && figure.end <= range.end))
      continue
    found.push(range)
  }
  return found.slice(0, maxClauses)
}

function trimmed(text: string, { start, end }: Range): Range {
  const shown = text.slice(start, end)
  const from = start + shown.length - shown.trimStart().length
  return { start: from, end: from + shown.trim().length }
}

/** Independent clauses inside a part, apart from the leading one. */
function parted(text: string, part: Range): Range[] {
  const shown = text.slice(part.start, part.end)
  const opening = concession.exec(shown)?.[0].length
  const cuts = [
    ...(opening === undefined ? [] : [part.start + opening]),
    ...[...clauseBreak.matchAll(shown)].map(({ index, 0: mark }) => part.start + index + mark.length),
  ].sort((a, b) => a - b)
  if (cuts.length === 0) return [part]
  const bounds = [part.start, ...cuts, part.end]
  return bounds.slice(0, -1).map((start, at) => ({ start, end: bounds[at + 1] ?? part.end }))
}

const relative = unicodeRegExp(
  String.raw`,\s+(?:who|which|\p{Ll}+ed\s+(?:by|in|as|to|from|for|on|at))\s[^,;\u201c\u201d]{4,160}`,
  'g',
)
const antecedent = /(?:^|[,;]\s+|\b(?:by|with|from|to|of|for|and)\s+)([^,;]{2,80})$/u

/** A passing remark with its subject ("Norhaven Shipping, which declined to comment"). */
function asides(text: string): Range[] {
  return [...relative.matchAll(text)].flatMap(({ index, 0: stretch }) => {
    const before = antecedent.exec(text.slice(Math.max(0, index - 90), index))?.[1]
    if (before === undefined) return []
    return [{ start: index - before.length, end: index + stretch.replace(/[.\s]+$/u, '').length }]
  })
}

/** The clauses of a sentence: each part with its own figure, and the clauses in it that another article may report separately. */
export function clausesOf(sentence: Sentence): Clause[] {
  const { text, figures, terms } = sentence
  const plain = withoutQuoted(text)
  const clause = (range: Range, isMain: boolean): Clause => ({
    ...trimmed(text, range),
    isMain,
    background: backgroundOf(plain, range, sentence),
  })
  const found: Clause[] = []
  for (const part of figureParts(plain, figures)) {
    const pieces = parted(plain, part)
    const [first, ...others] = pieces
    if (first === undefined || others.length === 0) found.push(clause(part, true))
    else {
      // The whole part is shown, but compared by what it reports first.
      const main = concession.test(plain.slice(part.start, part.end)) ? (others[0] ?? first) : first
      found.push({
        ...clause(part, true),
        background: [
          ...backgroundOf(plain, main, sentence),
          ...pieces.filter((piece) => piece !== main).map((piece) => ({ ...piece, isAside: false })),
        ],
      })
      for (const piece of pieces) if (piece !== main) found.push(clause(piece, false))
    }
  }
  for (const range of asides(plain)) found.push({ ...trimmed(text, range), isMain: false, background: [] })
  for (const { index, 0: stretch } of quoted.matchAll(text)) {
    const range = { start: index, end: index + stretch.length }
    const held = terms.filter(({ start, end }) => start >= range.start && end <= range.end).length
    if (held >= quoteTerms && range.end - range.start < text.length * 0.9)
      found.push({ ...range, isMain: false, background: [] })
  }
  return found.slice(0, maxClauses)
}
