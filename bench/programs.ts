/** A measurement or a training. Importing its module runs it with the arguments of the process. */
export interface Program {
  /** What follows its name on the command line. */
  readonly form: string
  readonly description: string
  run(): Promise<unknown>
}

type Programs = Readonly<Record<string, Program>>

/** What `npm run bench -- NAME` runs. */
const bench: Programs = {
  answers: {
    form: 'FOLDER [--unseen TRAINED_FOLDER]',
    description: 'how often /ask finds the answer, refuses without one, and the CPU time of a question',
    run: () => import('./answers/run.ts'),
  },
  quotations: {
    form: 'DATA.jsonl [--cross N]',
    description: 'accuracy and speed of reading quotations and their speakers',
    run: () => import('./quotations/run.ts'),
  },
  statements: {
    form: 'DATA.jsonl [--cross N [--quotations DATA.jsonl]] [--errors N]',
    description: 'accuracy and speed of reading who says what',
    run: () => import('./statements/run.ts'),
  },
  facts: {
    form: '',
    description: 'how the time to read and group facts grows with the number of sentences',
    run: () => import('./facts/growth.ts'),
  },
  'facts:cross': {
    form: 'FOLDER… [-v]',
    description: 'accuracy of facts and differences, cross-validated over events',
    run: () => import('./facts/cross.ts'),
  },
  'facts:score': {
    form: 'FOLDER…',
    description: 'accuracy of facts and differences with the stored weights',
    run: () => import('./facts/score.ts'),
  },
  reading: {
    form: '[transcripts | news] [MEGABYTES…]',
    description: 'CPU time of each phase of reading made-up articles, peak memory, and how they grow',
    run: () => import('./reading/run.ts'),
  },
  memory: {
    form: 'FOLDER',
    description: 'memory after indexing a set of paragraphs and answering 300 questions',
    run: () => import('./memory/run.ts'),
  },
  rest: {
    form: '',
    description: 'resident memory of the bot and of the console at rest, with the articles in seeds',
    run: () => import('./rest/run.ts'),
  },
  start: {
    form: '',
    description: 'a process that answers one question, against a script that only indexes the same paragraphs',
    run: () => import('./start/run.ts'),
  },
  scale: {
    form: '[SIZES] [FOLDER…] [--engines NAMES]',
    description: 'Verbatim and other search engines on 1,000 to 100,000 paragraphs; writes bench/RESULTS.md',
    run: () => import('./scale/run.ts'),
  },
  load: {
    form: '[--paragraphs N] [--per-second N] [--seconds N]',
    description:
      '100 commands a second against a Discord on loopback, with a reindex in the middle; into bench/RESULTS.md',
    run: () => import('./load/run.ts'),
  },
  postgres: {
    form: '[PARAGRAPHS]',
    description: 'storing and loading a million made-up paragraphs in PostgreSQL, and the time of /ask',
    run: () => import('./postgres/run.ts'),
  },
  'postgres:processes': {
    form: '[--per-second N] [--seconds N] [--reindexes N]',
    description: 'four processes with a shard each on one database, asked while one of them reindexes',
    run: () => import('./postgres/processes.ts'),
  },
  'postgres:kills': {
    form: '[KILLS]',
    description: 'the database killed in the middle of reindexes, and of questions',
    run: () => import('./postgres/kills.ts'),
  },
  discord: {
    form: '',
    description: '50 commands a second against a Discord on loopback, next to a bot that only replies "pong"',
    run: () => import('./discord/run.ts'),
  },
}

/** What `npm run train -- NAME` runs. */
const train: Programs = {
  answers: {
    form: 'FOLDER [--write]',
    description: 'ranking and refusal in /ask',
    run: () => import('./answers/train.ts'),
  },
  'answers:news': {
    form: 'FOLDER CHAT… [--write]',
    description: 'the same for news, with questions as in a chat',
    run: () => import('./answers/train-news.ts'),
  },
  quotations: {
    form: 'DATA.jsonl',
    description: 'speakers, pronouns and quoted spans',
    run: () => import('./quotations/train.ts'),
  },
  statements: {
    form: 'ATTRIBUTIONS.jsonl QUOTATIONS.jsonl',
    description: 'reported speech; after the training of quotations',
    run: () => import('./statements/train.ts'),
  },
  facts: {
    form: 'FOLDER…',
    description: 'which reports are one fact, and which contradict each other',
    run: () => import('./facts/train.ts'),
  },
}

export const programs: Readonly<Record<string, Programs>> = { bench, train }

/** One line for each program of a script. */
export function listing(script: string): string {
  const rows = Object.entries(programs[script] ?? {}).map(
    ([name, { form, description }]) => [`${name} ${form}`.trimEnd(), description] as const,
  )
  const width = Math.max(...rows.map(([left]) => left.length))
  return `npm run ${script} -- NAME\n${rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('')}`
}
