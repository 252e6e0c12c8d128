import type { Writable } from 'node:stream'
import { progressText, stepText } from '../../commands/support/texts/progress-text.ts'
import type { Progress } from '../service/answer-service.ts'

/** Shows progress on one line of a terminal and clears it at the end. Other outputs get one line per step. */
export function progressLine(output: Writable & { readonly isTTY?: boolean }): {
  readonly report: (progress: Progress) => void
  readonly end: () => void
} {
  const isTerminal = output.isTTY === true
  let last: Progress['step'] | null = null
  return {
    report(progress) {
      if (isTerminal) output.write(`\r\u001b[K${progressText(progress)} …`)
      else if (progress.step !== last) output.write(`${stepText(progress.step)} …\n`)
      last = progress.step
    },
    end() {
      if (isTerminal && last !== null) output.write('\r\u001b[K')
      last = null
    },
  }
}
