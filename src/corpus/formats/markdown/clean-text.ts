/**
 * Marks of Markdown dialects that the parser does not know, and what a reader sees of each. The patterns exclude their own opening
 * characters, so that the time to find them grows with the length of the text.
 */
const marks: readonly (readonly [RegExp, string | ((...groups: string[]) => string)])[] = [
  // Shortcodes and template expressions of site generators.
  [/<%[^<>%]*%>|\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{#[^{}]*#\}|\{\/\*[^{}]*\*\/\}/g, ''],
  // The place of a table of contents.
  [/^[^{}]{0,40}\{:toc\b[^{}]*\}$/i, ''],
  // Attribute lists: {: .class}, {:toc}, {#id}, {.class}.
  [/\{:[^{}]*\}|(?:(?<![ \t])[ \t]+)?\{[#.][\w -]*\}[ \t]*$/g, ''],
  // Tags of components, which are no HTML.
  [/<\/?[A-Z][\w.]*(?:\s[^<>]{0,2000})?>|<[a-z][\w-]*\s[^<>]{0,300}=\{[^<>]{0,300}>|<\/?>/g, ''],
  // Comments, embedded files and references to blocks of note-taking programs.
  [/%%[^%]*%%|!\[\[[^[\]]*\]\]|\(\((?:[\da-f]{8}-[\da-f-]{27}|[\w-]{9})\)\)/g, ''],
  // Highlights.
  [/(?<=^|\s)::(?=[^\s:])([^:\n]{1,300})::(?=$|[\s.,;!?])/g, (_, marked) => marked ?? ''],
  // Fields of notes.
  [/\[([\p{L}\d][\p{L}\d _-]{0,40})::[ \t]*([^[\]]*)\]/gu, (_, key, value) => `${key}: ${value}`],
  [/\(([\p{L}\d][\p{L}\d _-]{0,40})::[ \t]*([^()]*)\)/gu, (_, _key, value) => value ?? ''],
  [/(?<=[\p{L}\p{N}_-])::(?=[ \t])/gu, ':'],
  // The place of a table of contents.
  [/^\[\[_?toc_?\]\]$/gi, ''],
  // Wiki links.
  [/\[\[([^[\]|\ue000]*\\?[|\ue000])?([^[\]]*)\]\]/g, (_, _target, label) => linkLabel(label ?? '')],
  [/\[\^[^\s[\]]+\]/g, ''],
  // Shortcodes of WordPress, and embedded files and pages of other programs.
  [
    /\[\/?(?:caption|gallery|embed|video|audio|youtube|vimeo|playlist|sourcecode|soundcloud|tweet|wp_\w+|vc_\w+|et_\w+)(?:\s[^[\]]*)?\]|\[(?:image|file):[^[\]]*\]|%\[[^[\]]*\]/g,
    '',
  ],
  // Citations of scientific texts.
  [/(?:(?<![ \t])[ \t])?\[-?@[\w:.#$%&+?<>~/-]+[^[\]]{0,200}\]/g, ''],
  // Pictures and links that the parser does not accept: with blanks in their addresses, or with labels that are not defined.
  [/!\[[^[\]]*\]\([^()\n]{0,500}[./][^()\n]{0,500}\)/g, ''],
  [/\[([^[\]]+)\]\([^()\n]{0,500}[./#][^()\n]{0,500}\)/g, (_, label) => label ?? ''],
  [/\[(?=[^[\]]*\p{L})([^[\]]+)\]\[[^[\]]*\]/gu, (_, label) => label ?? ''],
  // Superscripts and subscripts.
  [/(?<=[\p{L}\p{N}])([~^])([\p{L}\p{N}+-]{1,8})\1/gu, (_, _sign, inner) => inner ?? ''],
  // Names of emoji.
  [/(?<!\S):[a-z][a-z\d_+-]+:(?!\S)/g, ''],
  // A note in the line is shown as an insertion.
  [/\^(?=\[[^[\]]+\])/g, ''],
  [/==(?=\S)([^=\n]+)==/g, (_, marked) => marked ?? ''],
  // An anchor at the end of a block.
  [/[ \t]\^[\w-]+[ \t]*$/g, ''],
  [/^\[TOC\]$/gi, ''],
]

/** The text that a wiki link without a label shows. */
function linkLabel(target: string): string {
  return target
    .replace(/#\^[\w-]+$/, '')
    .replace(/^#/, '')
    .replaceAll('#', ' > ')
}

/** Characters that begin one of the marks. */
const anyMark = /[{<%=[^~]|::|:[a-z]|\(\(/

/** A text of a Markdown block, without code, as a reader sees it. */
export function cleanText(text: string): string {
  if (!anyMark.test(text)) return text
  let shown = text
  for (const [mark, replacement] of marks) {
    shown = typeof replacement === 'string' ? shown.replace(mark, replacement) : shown.replace(mark, replacement)
  }
  return shown
}
