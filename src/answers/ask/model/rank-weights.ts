// Written by bench/answers/train.ts. Do not edit.

/** The weights of the features, in the form that `readWeights` reads. */
export const rankWeights = `
coverage	-2.271
words	0.8156
exact	-0.2332
same form	4.116
of best	0.9328
above siblings	-0.1669
with previous	0.3005
with next	1.153
paragraph	0.4899
paragraph words	-0.2623
title	1.622
rarest	-0.7085
rarest near	0.3742
missing	6.7
missing near	1.369
search share	1.024
search rank	0.1221
search score	0.2601
names	-0.4486
names near	0.751
content	0.3869
verb	0.5338
focus	0.3734
pairs	3.391
near pairs	-0.3176
proximity	-0.3977
order	0.6125
spans	0.01162
answer near	0.3005
reversed	-3.959
doer	-0.255
new terms	-2.168
length	1.044
question length	4.198e-11
place	-0.3422
last	-0.0983
resolved	2.171
resolved type	3.751
pronoun	-0.1023
telling	1.809
telling near	0.1812
small words	5.28
named focus	0.7415
before verb	-0.3144
behind verb	-0.2679
names earlier	0.8962
new names	0.338
article	0.8384
figures	0.3562
figures near	0.5278
alike	2.185
alike with previous	4.77
unlike	-5.647
meaning	2.129
in article	0.5256
in vicinity	0.2061
with before	0.9049
missing from article	-2.043
names in article	0.3384
negation	-0.2013
opposites	0.9518
asks person	2.079e-11
asks date	-9.963e-12
asks figure	1.122e-11
asks place	1.945e-11
asks reason	3.07e-11
asks definition	-2.504e-11
asks thing	-8.758e-12
asks group	9.491e-11
`
