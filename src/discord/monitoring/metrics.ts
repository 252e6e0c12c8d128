import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Meter } from './meter.ts'

/** A meter whose counts can be read in the form of Prometheus. */
export interface Metrics extends Meter {
  readonly contentType: string
  text(): Promise<string>
}

/** Seconds: from the quickest answers to Discord's three. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 3, 10]

/** Counts in a registry of its own. `isReady` tells whether the gateway is. */
export function createMetrics(isReady: () => boolean): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const answers = new Counter({
    name: 'verbatim_answers_total',
    help: 'Answers given, by how they were asked for, by command and by outcome.',
    labelNames: ['by', 'command', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'verbatim_answer_seconds',
    help: 'How long the making of an answer took, without the way to Discord.',
    labelNames: ['command'],
    buckets,
    registers,
  })
  const limited = new Counter({
    name: 'verbatim_rate_limited_total',
    help: 'Questions turned away because their author asked too many.',
    registers,
  })
  const trouble = new Counter({
    name: 'verbatim_delivery_trouble_total',
    help: 'Answers of which Discord did not say that it took them.',
    registers,
  })
  new Gauge({
    name: 'verbatim_gateway_ready',
    help: 'Whether every connection to the gateway of Discord is ready.',
    registers,
    collect() {
      this.set(isReady() ? 1 : 0)
    },
  })
  return {
    answered({ by, command, status, seconds: duration }) {
      answers.inc({ by, command, status })
      seconds.observe({ command }, duration)
    },
    limited: () => limited.inc(),
    trouble: () => trouble.inc(),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}
