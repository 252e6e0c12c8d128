import { parseArgs } from 'node:util'
import { type ExportedKind, exportedKinds } from '../console/exported.ts'

/** What the command line asks for. */
export type CommandLine =
  /** The Discord bot or the console, as the settings say. */
  | { readonly task: 'run'; readonly json: boolean }
  | { readonly task: 'ask'; readonly line: string; readonly json: boolean }
  | { readonly task: 'reindex'; readonly full: boolean; readonly json: boolean }
  | { readonly task: 'export'; readonly exported: ExportedKind }
  | { readonly task: 'transfer'; readonly to: (typeof transferTargets)[number] }
  | { readonly task: 'register' | 'help' | 'version' }

/** Where a library can be copied to. */
const transferTargets = ['database', 'folder'] as const

/** The command line cannot be understood; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const options = {
  json: { type: 'boolean', description: 'write one JSON object per line to standard output (console, ask, reindex)' },
  full: { type: 'boolean', description: 'read every article again, not only changed ones (reindex)' },
  to: { type: 'string', description: 'database or folder (transfer)' },
  help: { type: 'boolean', description: 'print this text' },
  version: { type: 'boolean', description: 'print the version' },
} as const

type Flags = { readonly [K in Exclude<keyof typeof options, 'to'>]: boolean } & { readonly to: string | undefined }

interface TaskForm {
  /** What follows `node .`. */
  readonly form: string
  readonly description: string
  /** @throws UsageError if `line`, what follows the task's name, does not fit. */
  parse(line: string, flags: Flags): CommandLine
}

/** Every task by the name that is typed; '' is no name. */
const tasks: Readonly<Record<string, TaskForm>> = {
  '': {
    form: '',
    description: 'run the Discord bot if DISCORD_TOKEN is set, otherwise the console',
    parse: (_, { json }) => ({ task: 'run', json }),
  },
  ask: {
    form: "ask 'QUESTION OR COMMAND'",
    description: 'answer one line, as the console does',
    parse(line, { json }) {
      if (line.trim() === '') throw new UsageError("ask needs a question: node . ask '/facts drones'")
      return { task: 'ask', line, json }
    },
  },
  reindex: {
    form: 'reindex [--full]',
    description: 'read the articles and store the index in DATA_DIR',
    parse(line, { full, json }) {
      if (line !== '') throw new UsageError(`reindex takes no argument, but got "${line}"`)
      return { task: 'reindex', full, json }
    },
  },
  export: {
    form: 'export quotations|statements --json',
    description: 'write every quotation in the articles, or every statement, one JSON object per line',
    parse(line, { json }) {
      const exported = exportedKinds.find((one) => one === line)
      if (exported === undefined || !json)
        throw new UsageError(
          'export takes one of two forms: node . export quotations --json, node . export statements --json',
        )
      return { task: 'export', exported }
    },
  },
  transfer: {
    form: 'transfer --to database|folder',
    description: 'copy the library from DATA_DIR to the empty database of DATABASE_URL, or back to an empty DATA_DIR',
    parse(line, { to }) {
      const target = transferTargets.find((one) => one === to)
      if (target === undefined || line !== '')
        throw new UsageError(
          'transfer takes one of two forms: node . transfer --to database, node . transfer --to folder',
        )
      return { task: 'transfer', to: target }
    },
  },
  register: {
    form: 'register',
    description: 'register the commands with Discord and exit',
    parse(line) {
      if (line !== '') throw new UsageError(`register takes no argument, but got "${line}"`)
      return { task: 'register' }
    },
  },
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('')
}

/** The text of `--help`. */
export const usage = `Usage:
${table(Object.values(tasks).map(({ form, description }) => [`node . ${form}`.trimEnd(), description]))}
Options:
${table(Object.entries(options).map(([name, { description }]) => [`--${name}`, description]))}`

/**
 * Parses the arguments of the process.
 * @throws UsageError if they cannot be understood.
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { flags, positionals } = parseFlags(args)
  if (flags.help) return { task: 'help' }
  if (flags.version) return { task: 'version' }
  const [name = '', ...rest] = positionals
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined
  if (flags.full && name !== 'reindex') throw new UsageError('--full works only with reindex: node . reindex --full')
  if (flags.to !== undefined && name !== 'transfer')
    throw new UsageError('--to works only with transfer: node . transfer --to database')
  if (task === undefined) throw new UsageError(`unknown task "${name}"`)
  return task.parse(rest.join(' '), flags)
}

function parseFlags(args: readonly string[]): { readonly flags: Flags; readonly positionals: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const { json = false, full = false, help = false, version = false, to } = values
    return { flags: { json, full, help, version, to }, positionals }
  } catch (error) {
    // Node's message names the argument at fault.
    throw new UsageError(error instanceof Error ? error.message : 'the command line cannot be read')
  }
}
