import { readdirSync, readFileSync } from 'node:fs'
import MiniSearch from 'minisearch'

// The least that a search over these paragraphs can take: import the index and fill it.
const folder = process.argv[2] ?? 'seeds'
const index = new MiniSearch({ fields: ['text'] })
let id = 0
for (const file of readdirSync(folder)) {
  for (const line of readFileSync(`${folder}/${file}`, 'utf8').split('\n')) {
    if (line.trim() !== '') index.add({ id: id++, text: line })
  }
}
