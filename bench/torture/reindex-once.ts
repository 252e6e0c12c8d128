import { argv, cpuUsage, resourceUsage, stdout } from 'node:process'
import { openAt } from '../../testkit/library/place.ts'

// A process that reads every article of a folder and keeps what it read: how long it took, what of the processors, and the most memory it had.

const [folder = '', dataDir = ''] = argv.slice(2)
const library = await openAt({ folder, dataDir }, { begin: 'stored-or-empty' })
const { paragraphs, took } = await library.reindex({ full: true })
const { user, system } = cpuUsage()
const cpu = Math.round((user + system) / 1000)
stdout.write(JSON.stringify({ paragraphs, took, cpu, rss: Math.round(resourceUsage().maxRSS / 1024) }))
