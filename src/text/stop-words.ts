import { eng } from 'stopword/src/stopwords_eng.js'

// The package's English list lacks some auxiliaries and question words that carry no content either.
const more =
  'am be been being did does doing had has having is are was were do done will would shall should can could may might ' +
  'must ought what when where which who whom whose why how there here it its he she they them their his her him this ' +
  'that these those i you we us me my your our of to in on at by for with from as into about than then so if or and ' +
  'but not no nor also just very too much many some any each every both either neither own same such other ' +
  'myself yourself himself herself itself ourselves yourselves themselves mine yours hers ours theirs'

/** English function words, folded: the list of the package `stopword` with auxiliaries, question words and pronouns. */
export const stopWords: ReadonlySet<string> = new Set([...eng, ...more.split(' ')])
