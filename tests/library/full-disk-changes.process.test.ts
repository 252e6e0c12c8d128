import { execFileSync } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openAuditLog } from '../../src/library/changes/audit-log.ts'
import type { ArticleChange } from '../../src/library/changes/changes.ts'
import { makePlace, openAt } from '../../testkit/library/make-place.ts'
import { stateOf } from '../../testkit/library/state-of.ts'

/** Mounts a small disk of its own, where that is allowed. */
async function mountDisk(at: string): Promise<boolean> {
  await mkdir(at)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', at], { stdio: 'ignore' })
  } catch {
    return false
  }
  onTestFinished(() => void execFileSync('umount', ['-l', at]))
  return true
}

async function fill(path: string): Promise<void> {
  for (let size = 2 ** 21; size >= 1; size = Math.floor(size / 2)) {
    await writeFile(path, Buffer.alloc(size), { flag: 'a' }).catch(() => undefined)
  }
}

test('a full disk is reported in a sentence, the old index stays in use, and changes work again once there is space', async ({
  skip,
}) => {
  const place = await makePlace({ 'a.txt': 'The harbour has 12 boats.\n', 'b.txt': 'The garden has 3 trees.\n' })
  if (!(await mountDisk(place.dataDir))) return skip('no disk may be mounted here')
  const library = await openAt(place)
  const { id } = library.current
  const audit = openAuditLog(place.dataDir)
  const entry = {
    user: null,
    name: 'olga',
    guild: null,
    command: 'x',
    options: {},
    by: 'console',
    allowed: true,
    result: 'x',
  } as const
  await fill(join(place.dataDir, 'filler'))
  const before = await stateOf(place.dataDir)
  const adding: ArticleChange = {
    does: 'add',
    file: 'zoo.txt',
    bytes: Buffer.from('The zoo has 3 elephants.\n'.repeat(400)),
  }
  for (const change of [adding, { does: 'remove', file: 'a.txt' } as const, undefined]) {
    await expect(library.reindex({ change, full: true })).rejects.toThrow(
      /failed \(the disk is full, ENOSPC\): fix this/,
    )
  }
  await expect(audit.append(entry)).rejects.toThrow(/the disk is full, ENOSPC|Only part of a line could be written/)
  const { 'audit.log': _, ...after } = await stateOf(place.dataDir)
  expect(after).toEqual(before)
  expect(library.current.id).toBe(id)
  expect((await openAt(place, { begin: 'stored' })).current.id).toBe(id)
  await rm(join(place.dataDir, 'filler'))
  await expect(library.reindex({ change: adding })).resolves.toMatchObject({ added: ['zoo.txt'] })
  await audit.append(entry)
})
