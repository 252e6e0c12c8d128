import { eng } from 'stopword/src/stopwords_eng.js'

// The package's English list lacks some auxiliaries and question words that carry no content either.
const more =
  'am be been being did does doing had has having is are was were do done will would shall should can could may might ' +
  'must ought what when where which who whom whose why how there here it its he she they them their his her him this ' +
  'that these those i you we us me my your our of to in on at by for with from as into about than then so if or and ' +
  'but not no nor also just very too much many some any each every both either neither own same such other ' +
  'myself yourself himself herself itself ourselves yourselves themselves mine yours hers ours theirs'

const contractions =
  "isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't can't couldn't won't wouldn't shouldn't mustn't " +
  "needn't mightn't shan't i'm you're we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll " +
  "he'll she'll it'll we'll they'll who'd who'll who've what're what'd where'd how'd that'd that'll there'd there'll"

/** English function words, folded: the list of the package `stopword` with auxiliaries, question words, pronouns and contractions. */
export const stopWords: ReadonlySet<string> = new Set([...eng, ...more.split(' '), ...contractions.split(' ')])
