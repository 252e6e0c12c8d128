import { expect, test } from 'vitest'
import { ask } from '../../src/answers/ask/ask.ts'
import { facts } from '../../src/answers/facts/facts.ts'
import { generationFrom } from '../../testkit/articles/articles.ts'

const generation = await generationFrom({
  'bridge.md': `---
title: 港の新しい橋
date: 2024-03-12
---

港町の市議会は火曜日、老朽化した木造の橋を架け替えることを決めた。

漁業組合は、工事中も漁船が港に入れるよう求めている。
`,
  'library.md': `---
title: 图书馆重新开放
date: 2024-05-02
---

经过三年的修缮，老城区的图书馆星期六重新开放。

新阅览室有二百个座位，由建筑师王强设计。
`,
})

const first = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer.status === 'answered' && answer.items[0] !== undefined && 'snippet' in answer.items[0]
    ? answer.items[0].snippet.text
    : null

test.each([
  ['漁業組合は何を求めていますか？', '漁業組合は、工事中も漁船が港に入れるよう求めている。'],
  ['谁设计了新阅览室', '新阅览室有二百个座位，由建筑师王强设计。'],
  ['新阅览室有多少个座位？', '新阅览室有二百个座位，由建筑师王强设计。'],
])('%s is answered', async (question, sentence) => {
  expect(first(await ask(generation, question))).toBe(sentence)
})

test.each(['火山の噴火はいつですか', '足球比赛什么时候开始'])('%s is not answered', async (question) => {
  expect((await ask(generation, question)).status).toBe('nothing-found')
})

test.each([
  ['市議会', '港町の市議会は火曜日、老朽化した木造の橋を架け替えることを決めた。'],
  ['图书馆', '经过三年的修缮，老城区的图书馆星期六重新开放。'],
])('the facts on %s are found', async (topic, sentence) => {
  const answer = await facts(generation, topic)
  expect(answer.status === 'answered' && answer.items[0]?.snippet.text).toBe(sentence)
})
