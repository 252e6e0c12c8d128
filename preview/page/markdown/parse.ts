import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser'

/** A node of a text in Discord's Markdown. Which fields there are depends on the type. */
export interface Node {
  readonly type: string
  readonly [field: string]: unknown
}

type Rule = (typeof rulesExtended)[string]
type Match = Rule['match']

const isAtLineStart = ({ prevCapture }: Parameters<Match>[1]): boolean =>
  prevCapture === null || prevCapture === undefined || String(prevCapture[0]).endsWith('\n')

/** The rule at the start of any line: the parser's own also wants the last group of what comes before to end the line. */
function atLineStart(rule: Rule | undefined, pattern: RegExp): Rule {
  if (rule === undefined) throw new Error('The Markdown parser has other rules than expected.')
  return { ...rule, match: (source, state) => (isAtLineStart(state) ? pattern.exec(source) : null) }
}

const { heading, subtext, ...others } = rulesExtended
const bullet = /^ *(?:[-*]|\d+\.) +/
const parser = SimpleMarkdown.parserFor({
  ...others,
  heading: atLineStart(heading, /^(#{1,3}) +([^\n]+?)(?:\n|$)/),
  subtext: atLineStart(subtext, /^-# +([^\n]+?)(?:\n|$)/),
  list: {
    order: (subtext?.order ?? 0) + 0.1,
    match: (source, state) => (isAtLineStart(state) ? /^(?: *(?:[-*]|\d+\.) +[^\n]+(?:\n|$))+/.exec(source) : null),
    parse: ([all = ''], parse, state) => ({
      isOrdered: /^ *\d/.test(all),
      start: Number.parseInt(all, 10),
      items: all
        .trimEnd()
        .split('\n')
        .map((line) => parse(line.replace(bullet, ''), state)),
    }),
  },
})

/** Parses a text as Discord reads it in embeds and in messages of bots. */
export function parseMarkdown(text: string): readonly Node[] {
  return parser(text, { inline: true })
}
