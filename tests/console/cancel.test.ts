import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { runConsole } from '../../src/console/console.ts'
import { createAnswerService } from '../../src/service/answer-service.ts'
import { makePlace, openAt } from '../../testkit/library/make-place.ts'

test('Ctrl+C cancels a running reindex and keeps the prompt; otherwise it ends the program', async () => {
  const library = await openAt(await makePlace())
  const { id } = library.current
  const [input, output] = [new PassThrough(), new PassThrough()]
  const shown = text(output)
  const faults: unknown[] = []
  let reports = 0
  const ended = runConsole({
    context: {
      service: createAnswerService(library),
      commands,
      moderator: { allowed: true },
      by: 'the console',
      report: () => {
        if (reports++ === 0) input.write('\u0003')
      },
    },
    input,
    output,
    terminal: true,
    json: false,
    colour: false,
    onFault: (error) => faults.push(error),
    onModerated: async ({ command }) => {
      // The next line is typed when the first is done, and Ctrl+C when that is done, too.
      if (command === 'reindex') input.write('/status\n')
      else setImmediate(() => input.write('\u0003'))
    },
  })
  input.write('/reindex full:true\n')
  await ended
  output.end()
  expect(faults).toEqual([])
  const said = await shown
  expect(said).toContain('The reindex was cancelled. Nothing was changed.')
  expect(said).toContain(`generation  ${id}`)
  expect(library.current.id).toBe(id)
})
