import { writeSync } from 'node:fs'

// Loaded into a process that is measured: at its end it writes its figures to the fourth stream (measured-process.ts).

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  writeSync(3, JSON.stringify({ cpuMs: (user + system) / 1000, residentMb: process.memoryUsage.rss() / 2 ** 20 }))
})
