/** English function words, the most frequent first. */
export const frequentWords: readonly string[] = (
  'the of and to a in that is was he for it with as his on be at by I this had not are but from or have an they which one you were all ' +
  'her she there would their we him been has when who will no more if out so up said what its about than into them can only other time ' +
  'new some could these two may first then do any like my now over such our man me even most made after also did many off before must ' +
  'well back through years much where your way down should because long each just state those people too mr how little good world make'
).split(' ')
