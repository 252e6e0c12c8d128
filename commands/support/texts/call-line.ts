interface Call {
  readonly command: string
  readonly options: Readonly<Record<string, string | number | boolean>>
}

/** A line without a slash is a question. */
const plainCommand = 'ask'

/** A call as it is typed on the console: a question as it is, or a command with its options. */
export function callLine({ command, options }: Call): string {
  const [first, ...others] = Object.entries(options)
  if (first === undefined) return `/${command}`
  const [, value] = first
  if (command === plainCommand && others.length === 0) return String(value)
  return [`/${command}`, String(value), ...others.map(([name, other]) => `${name}:${other}`)].join(' ')
}
