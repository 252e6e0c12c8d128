// Written by bench/answers/train.ts. Do not edit.

/** The weights of the features, in the form that `readWeights` reads. */
export const rankWeights = `
coverage	-2.244
words	0.9319
exact	-0.3762
same form	4
of best	0.9784
above siblings	-0.09765
with previous	0.4702
with next	0.9732
paragraph	0.6017
paragraph words	-0.09531
title	2.628
rarest	-0.7024
rarest near	0.338
missing	6.349
missing near	1.352
search share	1.032
search rank	0.09742
search score	0.247
names	-0.4209
names near	0.7492
content	0.2927
verb	0.517
focus	0.3827
pairs	3.437
near pairs	-0.2956
proximity	-0.292
order	0.5503
spans	0.00801
answer near	0.3852
reversed	-3.946
doer	-0.1377
new terms	-2.036
length	0.9219
question length	8.91e-11
place	-0.3434
last	-0.08198
resolved	2.007
resolved type	3.604
pronoun	-0.07787
telling	1.635
telling near	0.2174
small words	5.202
named focus	0.7514
before verb	-0.3103
behind verb	-0.2866
names earlier	0.9095
new names	0.3071
article	0.8421
figures	0.3352
figures near	0.4753
alike	2.307
alike with previous	4.913
unlike	-5.66
meaning	1.919
in article	0.3065
in vicinity	0.1512
with before	0.9148
missing from article	-1.972
names in article	0.3139
negation	-0.1117
opposites	0.8417
asks person	-6.154e-12
asks date	-6.795e-11
asks figure	-5.385e-11
asks place	-6.74e-11
asks reason	1.054e-11
asks definition	-1.101e-10
asks thing	-5.272e-12
asks group	-1.7e-11
`
