import { fixedText, type PlainTextKey } from '../../../src/messages/fixed-text.ts'
import type { Progress } from '../../../src/service/answer-service.ts'

/** Each step in words, and its part of the whole. Reading takes most of the time. */
const steps: Readonly<
  Record<Progress['step'], { readonly text: PlainTextKey; readonly from: number; readonly to: number }>
> = {
  reading: { text: 'progress.reading', from: 0, to: 0.05 },
  quotations: { text: 'progress.quotations', from: 0.05, to: 0.65 },
  indexing: { text: 'progress.indexing', from: 0.65, to: 0.75 },
  statements: { text: 'progress.statements', from: 0.75, to: 0.8 },
  facts: { text: 'progress.facts', from: 0.8, to: 0.9 },
  checking: { text: 'progress.checking', from: 0.9, to: 0.93 },
  keeping: { text: 'progress.keeping', from: 0.93, to: 0.97 },
  switching: { text: 'progress.switching', from: 0.97, to: 0.99 },
  clearing: { text: 'progress.clearing', from: 0.99, to: 1 },
  upload: { text: 'progress.upload', from: 0, to: 1 },
}

/** A step in words. */
export function stepText(step: Progress['step']): string {
  return fixedText(steps[step].text)
}

/** Progress in words. */
export function progressText({ step, done, of }: Progress): string {
  return of === 0 ? stepText(step) : fixedText('progress.step', { step: stepText(step), done, all: of })
}

/** The share of a reindex that is done, from 0 to 1. */
export function progressShare({ step, done, of }: Progress): number {
  const { from, to } = steps[step]
  return of === 0 ? from : from + (to - from) * Math.min(1, done / of)
}
