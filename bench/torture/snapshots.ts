import { decodeSnapshot, encodeSnapshot, SnapshotError } from '../../src/library/snapshot.ts'
import { damage, damages } from '../../tests/library/damage.ts'
import { inPlace, madeUp, openAt, shape } from './places.ts'

/** How many of so many damaged snapshots were detected. */
export async function damagedSnapshots(count: number): Promise<number> {
  return inPlace(madeUp(5, 12), async (place) => {
    const { current } = await openAt(place)
    const bytes = encodeSnapshot(current, shape)
    return damages(count, 1).filter((one) => {
      try {
        decodeSnapshot(damage(bytes, one), shape)
        return false
      } catch (error) {
        return error instanceof SnapshotError
      }
    }).length
  })
}
