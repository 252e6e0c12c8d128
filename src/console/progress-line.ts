import type { Writable } from 'node:stream'
import type { Progress } from '../answers/port.ts'

const sentences: Readonly<Record<Progress['step'], string>> = {
  reading: 'reading the articles',
  indexing: 'indexing their paragraphs',
  quotations: 'reading quotations and facts',
  statements: 'comparing quotations',
  facts: 'comparing facts',
  checking: 'checking the new index',
  keeping: 'keeping it',
  switching: 'switching to it',
  clearing: 'clearing up',
}

/** How far something is, in words. */
export function progressText({ step, done, of }: Progress): string {
  return of === 0 ? sentences[step] : `${sentences[step]}: ${done} of ${of}`
}

/** Shows progress on one line of a terminal, which is empty again at the end; elsewhere one line a step. */
export function progressLine(output: Writable & { readonly isTTY?: boolean }): {
  readonly report: (progress: Progress) => void
  readonly end: () => void
} {
  const isTerminal = output.isTTY === true
  let last: Progress['step'] | null = null
  return {
    report(progress) {
      if (isTerminal) output.write(`\r\u001b[K${progressText(progress)} …`)
      else if (progress.step !== last) output.write(`${sentences[progress.step]} …\n`)
      last = progress.step
    },
    end() {
      if (isTerminal && last !== null) output.write('\r\u001b[K')
      last = null
    },
  }
}
