import { expect, test, vi } from 'vitest'
import { FrozenShipments } from '../../../renderer/shipments/frozen-shipments.ts'
import type { ShipmentView } from '../../../shared/domain/shipment-list.ts'
import { makeShipmentView } from './make-shipment-view.ts'

function startList(count: number) {
  const stored = new Map<number, ShipmentView>()
  for (let id = 1; id <= count; id += 1) stored.set(id, makeShipmentView({ id, pro: null }))
  const reads: number[][] = []
  const onGone = vi.fn<() => void>()
  const list = new FrozenShipments((ids) => {
    reads.push([...ids])
    return Promise.resolve(ids.flatMap((id) => stored.get(id) ?? []))
  }, onGone)
  return { list, stored, reads, onGone }
}

const flush = () => new Promise((resolve) => setTimeout(resolve, 0))

test('rows stand in the order in which they were listed', async () => {
  const { list } = startList(3)
  list.setList([3, 1, 2])
  const rows = await list.loadRows(0, 2)
  expect(rows.map((row) => row.id)).toEqual([3, 1, 2])
  expect(list.getIndex(1)).toBe(1)
})

test('a changed row is read again and keeps its place', async () => {
  const { list, stored } = startList(3)
  list.setList([3, 1, 2])
  await list.loadRows(0, 2)
  stored.set(1, makeShipmentView({ id: 1, pro: '8100200008' }))
  await list.markOutdated([1])
  expect(list.getRow(1)).toMatchObject({ id: 1, pro: '8100200008' })
})

test('only the changed rows are read again', async () => {
  const { list, reads } = startList(3)
  list.setList([1, 2, 3])
  await list.loadRows(0, 2)
  reads.length = 0
  await list.markOutdated([2])
  expect(reads).toEqual([[2]])
})

test('a row that changes out of view is read when it is asked for', async () => {
  const { list, stored } = startList(500)
  list.setList([...stored.keys()])
  await list.loadRows(0, 499)
  list.ensureRange(0, 20)
  stored.set(450, makeShipmentView({ id: 450, pro: '8100200016' }))
  await list.markOutdated([450])
  const [row] = await list.loadRows(449, 449)
  expect(row?.pro).toBe('8100200016')
})

test('rows are asked for once, also when the view asks again while they are under way', async () => {
  const { list, reads } = startList(50)
  list.setList(Array.from({ length: 50 }, (_, index) => index + 1))
  list.ensureRange(0, 20)
  list.ensureRange(5, 25)
  await flush()
  expect(reads.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
})

test('a change while rows are under way has them read once more', async () => {
  const { list, stored } = startList(1)
  list.setList([1])
  const first = list.loadRows(0, 0)
  stored.set(1, makeShipmentView({ id: 1, pro: '8100200024' }))
  await list.markOutdated([1])
  await first
  expect(list.getRow(0)?.pro).toBe('8100200024')
})

test('narrowed, only the chosen rows are in view, in the order of the list', async () => {
  const { list } = startList(4)
  list.setList([4, 3, 2, 1])
  list.narrow(new Set([1, 3]))
  expect(list.getShownIds()).toEqual([3, 1])
  list.narrow(null)
  expect(list.total).toBe(4)
})

test('a listed shipment that is no longer there is said', async () => {
  const { list, stored, onGone } = startList(3)
  list.setList([1, 2, 3])
  await list.loadRows(0, 2)
  stored.delete(2)
  await list.markOutdated('all')
  expect(onGone).toHaveBeenCalled()
})

test('rows that cannot be read are refused to who asked for them, and asked for again later', async () => {
  const load = vi.fn<(ids: readonly number[]) => Promise<ShipmentView[]>>()
  load.mockRejectedValueOnce(new Error('gone')).mockResolvedValue([makeShipmentView({ id: 1 })])
  const list = new FrozenShipments(load, () => undefined)
  list.setList([1])
  await flush()
  const rows = await list.loadRows(0, 0)
  expect(rows).toHaveLength(1)
})

test('what is forgotten is shown no more, though another row may have its id', async () => {
  const { list } = startList(2)
  list.setList([1, 2])
  await list.loadRows(0, 1)
  list.forget()
  list.setList([2])
  expect(list.getRow(0)).toBeUndefined()
})
