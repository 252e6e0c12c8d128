import type { PastSpeaker, PronounQuestion } from '../candidates/pronoun-candidates.ts'
import { genderOf } from '../entities/entity-index.ts'
import type { Mention } from '../entities/mentions.ts'
import type { ParsedArticle } from '../entities/parsed-article.ts'
import { cueOf } from '../grammar/cues.ts'

/** The features of each candidate of a pronoun's question. `quoted` is the text that the pronoun's person spoke. */
export function pronounFeatures(
  document: ParsedArticle,
  question: PronounQuestion,
  past: readonly PastSpeaker[],
  quoted: string,
): readonly (readonly string[])[] {
  const { pronoun, gender, candidates } = question
  const last = past.at(-1)
  const beforeLast = past.findLast((one) => one.entity !== last?.entity)
  const most = candidates.reduce((top, { entity }) => Math.max(top, entity.mentions), 0)
  const initial = document.frames[pronoun.frame]?.sentenceOf(pronoun.head).from === pronoun.head
  return candidates.map(({ entity, nearest, mentions, since }) => {
    const known = genderOf(entity) === gender ? 'known' : 'open'
    const place = nearest === null ? 'none' : placeOf(document, pronoun, nearest)
    const role = nearest === null ? 'none' : roleOf(document, nearest)
    const features = [
      `g:${known}`,
      `w:${place}`,
      `w:${place}:${role}`,
      `w:${place}:${initial}`,
      `since:${Math.min(5, since)}`,
      `since:${Math.min(5, since)}:${known}`,
      `role:${role}`,
      `words:${Math.min(3, entity.words.length)}`,
      `words:${Math.min(3, entity.words.length)}:${known}`,
      `mentions:${Math.min(5, Math.ceil(Math.log2(1 + entity.mentions)))}`,
      `most:${entity.mentions === most}:${known}`,
      `person:${entity.person > 0}`,
      `person:${entity.person > 0}:${known}`,
      `few:${Math.min(4, candidates.length)}`,
    ]
    if (last?.entity === entity) {
      const gap = Math.min(4, pronoun.frame - last.frame)
      features.push(
        `last:${gap}`,
        `last:${gap}:${place}`,
        `last:${Math.min(1, gap)}:${Math.min(3, since)}`,
        `last:${gap}:${initial}`,
      )
    } else if (last !== undefined && pronoun.frame - last.frame <= 3) {
      features.push(`other:${pronoun.frame - last.frame}`, `other:${pronoun.frame - last.frame}:${place}:${role}`)
    }
    if (beforeLast?.entity === entity && pronoun.frame - beforeLast.frame <= 4) features.push('before-last')
    const subject = mentions.find((mention) => subjects.has(roleOf(document, mention)))
    const subjectPlace = subject === undefined ? 'none' : placeOf(document, pronoun, subject)
    features.push(`subject:${subjectPlace}`, `subject:${subjectPlace}:${known}`, `subject:${subjectPlace}:${initial}`)
    const speaking = mentions.find((mention) => speaks(document, mention))
    const speakingPlace = speaking === undefined ? 'none' : placeOf(document, pronoun, speaking)
    features.push(
      `speaks:${speakingPlace}`,
      `speaks:${speakingPlace}:${known}`,
      `speaks:${speakingPlace}:${last?.entity === entity}`,
    )
    features.push(`here:${mentions.filter((mention) => mention.frame === pronoun.frame).length}`)
    if (quoted.includes(entity.last)) features.push('inside', `inside:${last?.entity === entity}`)
    return features
  })
}

/** The distance to a mention: sentences within the paragraph, then paragraphs. */
function placeOf(document: ParsedArticle, pronoun: Mention, nearest: Mention): string {
  const gap = pronoun.frame - nearest.frame
  if (gap > 0) return `p${Math.min(4, gap)}`
  const frame = document.frames[pronoun.frame]
  if (frame === undefined) return 'p0'
  return `s${Math.min(3, frame.sentenceOf(pronoun.head).index - frame.sentenceOf(nearest.head).index)}`
}

const subjects = new Set(['first', 'comma', 'middle'])

/** Whether a verb of speech follows a mention. */
function speaks(document: ParsedArticle, mention: Mention): boolean {
  const frame = document.frames[mention.frame]
  return frame !== undefined && mention.name?.possessive !== true && cueOf(frame, mention.to) >= 0
}

const obliquePronouns = new Set('of for from with in at on by to against about than and like over as'.split(' '))

/** The approximate role of a mention in its sentence: its first word, a subject, an owner, or an object. */
function roleOf(document: ParsedArticle, mention: Mention): string {
  const frame = document.frames[mention.frame]
  if (frame === undefined) return 'none'
  if (mention.name?.possessive === true) return 'owner'
  if (frame.sentenceOf(mention.head).from === mention.from) return 'first'
  const before = frame.tokens[mention.from - 1]
  if (before?.kind === 'mark' && before.text === ',') return 'comma'
  if (before !== undefined && obliquePronouns.has(before.lower)) return 'oblique'
  const after = frame.tokens[mention.to]
  return after?.kind === 'word' ? 'middle' : 'object'
}
