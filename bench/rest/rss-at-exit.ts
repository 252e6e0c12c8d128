import { writeSync } from 'node:fs'

// Loaded into a process that is measured: at its end it writes its resident memory, in bytes, to the fourth stream.

process.on('exit', () => {
  writeSync(3, String(process.memoryUsage.rss()))
})
