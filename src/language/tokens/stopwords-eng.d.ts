// Only the package's English list: its entry point would load the lists of sixty languages at every start.
declare module 'stopword/src/stopwords_eng.js' {
  export const eng: readonly string[]
}
