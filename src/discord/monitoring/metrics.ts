import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Meter } from './meter.ts'

/** A meter that Prometheus can read. */
export interface Metrics extends Meter {
  readonly contentType: string
  text(): Promise<string>
}

/** Upper bounds in seconds, around Discord's limit of three. */
const bucketsSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 3, 10]

/** Creates the metrics, in a registry of their own. */
export function createMetrics(isReady: () => boolean): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const answers = new Counter({
    name: 'verbatim_answers_total',
    help: 'Answers by origin, command and status.',
    labelNames: ['by', 'command', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'verbatim_answer_seconds',
    help: 'Time to make an answer, without its delivery to Discord.',
    labelNames: ['command'],
    buckets: bucketsSeconds,
    registers,
  })
  const limited = new Counter({
    name: 'verbatim_rate_limited_total',
    help: 'Questions refused by the rate limit.',
    registers,
  })
  const marked = new Counter({
    name: 'verbatim_not_it_total',
    help: 'Answers that readers marked "Not it", by command.',
    labelNames: ['command'],
    registers,
  })
  const trouble = new Counter({
    name: 'verbatim_delivery_trouble_total',
    help: 'Responses that Discord did not acknowledge.',
    registers,
  })
  new Gauge({
    name: 'verbatim_gateway_ready',
    help: '1 if every gateway connection is ready, otherwise 0.',
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
    marked: (command) => marked.inc({ command }),
    trouble: () => trouble.inc(),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}
