// Written by bench/answers/train.ts. Do not edit.

/** The weights of the features, in the form that `readWeights` reads. */
export const rankWeights = `
coverage	-2.265
words	1.014
exact	0.03572
same form	4.149
of best	0.9985
above siblings	0.04452
with previous	0.3021
with next	0.9392
paragraph	0.00218
paragraph words	-0.534
title	1.745
rarest	-0.6046
rarest near	0.2542
missing	6.275
missing near	1.694
search share	0.8644
search rank	0.103
search score	0.2427
names	-0.445
names near	0.7158
content	0.3899
verb	0.4924
focus	0.3592
pairs	3.454
near pairs	-0.341
proximity	-0.4103
order	0.6046
spans	0.0006254
answer near	0.4275
reversed	-3.971
doer	-0.2279
new terms	-2.222
length	1.061
question length	4.198e-11
place	-0.3407
last	-0.1086
resolved	2.15
resolved type	3.737
pronoun	-0.08233
telling	1.931
telling near	0.1134
small words	5.297
named focus	0.769
before verb	-0.3191
behind verb	-0.1781
names earlier	0.8693
new names	0.3387
article	0.8306
figures	0.3868
figures near	0.4509
alike	1.765
alike with previous	4.162
alike near	2.49
unlike	-5.154
meaning	1.289
meaning near	1.532
in article	0.4167
in vicinity	0.1157
with before	0.8776
missing from article	-2.073
names in article	0.3224
negation	-0.2171
opposites	0.9423
asks person	2.081e-11
asks date	-9.954e-12
asks figure	1.122e-11
asks place	1.946e-11
asks reason	3.07e-11
asks definition	-2.502e-11
asks thing	-8.76e-12
asks group	9.489e-11
`
