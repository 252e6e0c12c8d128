import { parseCommandLine } from './cli/command-line.ts'
import { exitOnFaults, reportError } from './cli/report-error.ts'
import { runTask } from './cli/run-task.ts'

exitOnFaults()
try {
  await runTask(parseCommandLine(process.argv.slice(2)))
} catch (error) {
  reportError(error)
}
