import { argv, resourceUsage, stdout } from 'node:process'
import { openAt } from '../../tests/library/place.ts'

// A process that reads every article of a folder and keeps what it read: how long it took, and the most memory it had.

const [folder = '', dataDir = ''] = argv.slice(2)
const library = await openAt({ folder, dataDir }, { begin: 'kept-or-empty' })
const { paragraphs, took } = await library.reindex({ full: true })
stdout.write(JSON.stringify({ paragraphs, took, rss: Math.round(resourceUsage().maxRSS / 1024) }))
