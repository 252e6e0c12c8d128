import type { Progress } from '../../src/service/answer-service.ts'

/** Each step in words, and its part of the whole. Reading takes most of the time. */
const steps: Readonly<Record<Progress['step'], { readonly text: string; readonly from: number; readonly to: number }>> =
  {
    reading: { text: 'reading the articles', from: 0, to: 0.05 },
    quotations: { text: 'reading quotations and facts', from: 0.05, to: 0.65 },
    indexing: { text: 'indexing their paragraphs', from: 0.65, to: 0.75 },
    statements: { text: 'comparing quotations', from: 0.75, to: 0.8 },
    facts: { text: 'comparing facts', from: 0.8, to: 0.9 },
    checking: { text: 'checking the new index', from: 0.9, to: 0.93 },
    keeping: { text: 'storing it', from: 0.93, to: 0.97 },
    switching: { text: 'switching to it', from: 0.97, to: 0.99 },
    clearing: { text: 'cleaning up', from: 0.99, to: 1 },
    upload: { text: 'reading the file', from: 0, to: 1 },
  }

/** A step in words. */
export function stepText(step: Progress['step']): string {
  return steps[step].text
}

/** Progress in words. */
export function progressText({ step, done, of }: Progress): string {
  return of === 0 ? stepText(step) : `${stepText(step)}: ${done} of ${of}`
}

/** The share of a reindex that is done, from 0 to 1. */
export function progressShare({ step, done, of }: Progress): number {
  const { from, to } = steps[step]
  return of === 0 ? from : from + (to - from) * Math.min(1, done / of)
}
