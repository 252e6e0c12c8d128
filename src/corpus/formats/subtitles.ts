import { unicodeRegExp } from '../../language/text/unicode-regexp.ts'

// Subtitles (WebVTT, SubRip) and transcripts of videos: each line with a time has a few words below it, and sentences continue across them.

const header = /^WEBVTT(?:[ \t].*)?$/
const cueTime = /^(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->\s+(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3}/
const bareTime = /^\d{1,3}:\d{2}(?::\d{2})?$/
const cueNumber = /^\d{1,6}$/
const noteOrStyle = /^(?:NOTE|STYLE|REGION)(?:\s|$)/
const voice = /<v(?:\.[\w.]+)?\s+([^<>]{1,80})>/g
const tag = /<\/?[a-z\d][^<>]*>|\{\\[^{}]*\}/gi
const label = unicodeRegExp(String.raw`^(?:[-\u2013\u2014>]+\s*)?(\p{Lu}[\p{L}\p{M} .'\u2019-]{0,60}):\s`)
const newSpeaker = /^(?:[-\u2013\u2014]\s*\S|>>)/
const sentenceEnd = /[.!?\u2026]["\u201d\u2019)\]]*$/

const minTimes = 3
/** The minimum share of lines with a time in a transcript of a video: half of them have one, or fewer if the words take several lines. */
const minTimeShare = 0.25
/** Lengths in characters. A paragraph that has enough text ends with its sentence, and at the maximum in any case. */
const enoughText = 300
const maxText = 700

/** Whether a text consists of subtitles. */
function isSubtitles(lines: readonly string[]): boolean {
  if (header.test(lines[0] ?? '')) return true
  if (lines.filter((line) => cueTime.test(line)).length >= minTimes) return true
  const bare = lines.filter((line) => bareTime.test(line)).length
  return bare >= minTimes && bare >= lines.length * minTimeShare && bareTime.test(lines[0] ?? '')
}

/** The words of each cue on one line, as a player shows them; a voice becomes a label. */
function cuesOf(lines: readonly string[]): readonly string[] {
  const cues: string[] = []
  let isText = false
  let last = ''
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1] ?? ''
    if (cueTime.test(line) || bareTime.test(line)) {
      isText = true
      cues.push('')
    } else if (header.test(line) || noteOrStyle.test(line)) isText = false
    else if (isText && !(cueNumber.test(line) && cueTime.test(next))) {
      const shown = line.replace(voice, '$1: ').replace(tag, '').replace(/\s+/g, ' ').trim()
      // Rolling subtitles repeat a line until it leaves the screen.
      if (shown !== '' && shown !== last) cues.push(`${cues.pop() ?? ''} ${shown}`.trim())
      last = shown === '' ? last : shown
    }
  }
  return cues.filter((cue) => cue !== '')
}

/** The texts of the paragraphs of subtitles: each is what one speaker says, divided at ends of sentences. Null if a text is not subtitles. */
export function readSubtitles(text: string): readonly string[] | null {
  const lines = text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (!isSubtitles(lines)) return null
  const paragraphs: string[] = []
  let current = ''
  let speaker: string | null = null
  for (const cue of cuesOf(lines)) {
    const name = label.exec(cue)?.[1] ?? null
    const continues = name === null ? !newSpeaker.test(cue) : name === speaker
    const isFull = (current.length >= enoughText && sentenceEnd.test(current)) || current.length >= maxText
    if (current !== '' && (!continues || isFull)) {
      paragraphs.push(current)
      current = ''
    }
    const words = current !== '' && name !== null ? cue.replace(label, '') : cue
    current = current === '' ? words : `${current} ${words}`
    if (name !== null || !continues) speaker = name
  }
  return current === '' ? paragraphs : [...paragraphs, current]
}
