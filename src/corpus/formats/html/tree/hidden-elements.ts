/** Elements that the HTML standard's style sheet does not display, and drawings. */
export const neverDisplayed: ReadonlySet<string> = new Set(
  'annotation annotation-xml area base datalist head link meta noembed noframes noscript param script style svg template title'.split(
    ' ',
  ),
)
/** Elements that a browser displays as something other than their content. */
export const replaced: ReadonlySet<string> = new Set('audio canvas embed iframe object video'.split(' '))
