// Written by bench/answers/train.ts. Do not edit.

/** The weights of the features, in the form that `readWeights` reads. */
export const rankWeights = `
coverage	-2.489
words	1.037
exact	0.1722
same form	4.156
of best	1.061
above siblings	0.07868
with previous	0.3242
with next	0.9189
paragraph	-0.1261
paragraph words	-0.5621
title	1.421
rarest	-0.5832
rarest near	0.2483
missing	6.242
missing near	1.543
search share	0.8479
search rank	0.1255
search score	0.2422
names	-0.4495
names near	0.7597
content	0.3064
verb	0.5473
focus	0.3933
pairs	3.368
near pairs	-0.1969
proximity	-0.306
order	0.5898
spans	0.01794
answer near	0.2996
reversed	-4.021
doer	-0.2614
new terms	-2.22
length	1.049
question length	-9.476e-11
place	-0.3369
last	-0.09107
resolved	2.013
resolved type	3.794
pronoun	-0.04213
telling	1.596
telling near	0.1882
small words	5.158
named focus	0.7792
before verb	-0.2801
behind verb	-0.1769
names earlier	0.9343
new names	0.316
article	0.6266
figures	0.3832
figures near	0.4663
alike	2
alike with previous	4.385
alike near	2.506
unlike	-5.24
like focus	-0.07359
meaning	1.246
meaning near	1.522
in article	0.4515
in vicinity	0.1455
with before	0.959
missing from article	-1.81
names in article	0.3451
negation	-0.226
opposites	0.9727
asks person	1.714e-11
asks date	-5.318e-11
asks figure	-5.74e-11
asks place	-2.409e-11
asks reason	1.265e-10
asks definition	-3.523e-11
asks thing	-9.721e-12
asks group	-6.494e-11
`
