import { terms } from '../../src/language/tokens/terms.ts'
import { createLocalIndex } from '../../src/search/local-index.ts'
import { buildMiniSearchIndex } from '../../src/search/minisearch-index.ts'
import { readWords, vocabularyOf } from '../../src/search/terms/vocabulary.ts'
import { articleStarts, describeParagraphIndex, termsOf } from '../../testkit/search/paragraph-index-contract.ts'

describeParagraphIndex('in this process, on MiniSearch', async (texts) => {
  const index = buildMiniSearchIndex(
    texts.map(({ text, title = '' }, key) => ({ key, terms: termsOf(text), titleTerms: termsOf(title) })),
  )
  const words = readWords(texts.map(({ text }) => ({ text, terms: terms(text) })))
  return createLocalIndex(index, () => vocabularyOf(words), articleStarts)
})
