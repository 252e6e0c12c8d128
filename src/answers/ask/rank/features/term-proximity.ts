import type { FeatureInput } from './feature-input.ts'

/** How close together the matched terms are: matched distinct terms / terms from the first to the last; 0 for fewer than two. */
export function proximity({ candidate: { match } }: FeatureInput): number {
  const first = match.matched[0]
  const last = match.matched.at(-1)
  if (first === undefined || last === undefined) return 0
  const distinct = new Set(match.matched.map(({ asked }) => asked)).size
  return distinct < 2 ? 0 : distinct / (last.at - first.at + 1)
}

/** The share of weight of neighbouring terms of the question that are in order and at most two terms apart in the sentence. */
export function pairs({ candidate: { match }, question: { terms, totalWeight } }: FeatureInput, reach: number): number {
  let found = 0
  for (let asked = 0; asked + 1 < terms.length; asked++) {
    const close = match.matched.some(
      (left) =>
        left.asked === asked &&
        match.matched.some((right) => right.asked === asked + 1 && right.at > left.at && right.at - left.at <= reach),
    )
    if (close) found += ((terms[asked]?.weight ?? 0) + (terms[asked + 1]?.weight ?? 0)) / 2
  }
  return totalWeight === 0 ? 0 : found / totalWeight
}

/** The share of matched terms, each at its first position, that are in the question's order (longest increasing subsequence). */
export function inOrder({ candidate: { match } }: FeatureInput): number {
  const seen = new Set<number>()
  const order: number[] = []
  for (const { asked } of match.matched) {
    if (seen.has(asked)) continue
    seen.add(asked)
    order.push(asked)
  }
  const longest: number[] = []
  order.forEach((asked, at) => {
    let best = 1
    for (let before = 0; before < at; before++) {
      if ((order[before] ?? 0) < asked) best = Math.max(best, (longest[before] ?? 0) + 1)
    }
    longest.push(best)
  })
  return order.length < 2 ? 0 : Math.max(...longest) / order.length
}

const lettersAWord = 6

/** How close the best span of the type asked for is to the question's terms: their weight / (1 + words between), as a share. */
export function answerNearness({
  candidate: { match, sentence },
  question: { terms, totalWeight },
  spans,
}: FeatureInput): number {
  if (totalWeight === 0) return 0
  let best = 0
  for (const { start, end } of spans) {
    const near = new Array<number>(terms.length).fill(0)
    for (const { at, asked, strength } of match.matched) {
      const place = sentence.terms[at]
      if (place === undefined) continue
      const letters = place.start >= end ? place.start - end : start >= place.end ? start - place.end : 0
      near[asked] = Math.max(near[asked] ?? 0, strength / (1 + letters / lettersAWord / 4))
    }
    let sum = 0
    for (let asked = 0; asked < terms.length; asked++) sum += (near[asked] ?? 0) * (terms[asked]?.weight ?? 0)
    best = Math.max(best, sum)
  }
  return best / totalWeight
}
