import path from 'node:path'
import { applyChange, type ChangeRequest } from '../../db/change-log.ts'
import { getNumberBlocks, getTakenPros } from '../../db/number-block.ts'
import { openStore } from '../../db/open.ts'
import { takeRowIds } from '../../db/row-ids.ts'
import type { Store } from '../../db/store.ts'
import type { CellValue, Patch } from '../../shared/domain/patch.ts'
import { createDrawer } from '../../shared/domain/number-drawer.ts'
import type { NumberDraw } from '../../shared/domain/pro-number.ts'
import { ok } from '../../shared/result.ts'

let lastOp = 0

export const makeRequest = (command = 'test'): ChangeRequest => ({
  opId: `operation-${++lastOp}`,
  command,
  label: {},
  who: 'tester',
  nowMs: 1_700_000_000_000 + lastOp,
})

export function openTestStore(folder: string, name = 'test.db', machineFolder?: string): Store {
  const file = path.join(folder, name)
  const opened = machineFolder === undefined ? openStore(file) : openStore(file, { machineFolder })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  return opened.value
}

export function change(store: Store, patch: Patch, command = 'test'): number {
  const applied = applyChange<null, never>(store, makeRequest(command), () => ok({ patch, result: null }))
  if (!applied.ok) throw new Error(JSON.stringify(applied.problem))
  return applied.value.changeId
}

/** The next numbers of the sample's blocks, as the assign command draws them. */
export function drawFrom(store: Store, count: number): { draws: NumberDraw[]; numbers: string[] } {
  const blocks = getNumberBlocks(store)
  const taken = getTakenPros(store)
  const drawer = createDrawer({ blocks, isProTaken: (number) => taken.has(number) }, null)
  const numbers = Array.from({ length: count }, () => drawer.draw(blocks[0]!.carrierId))
  const drawn = numbers.filter((number) => typeof number === 'string')
  if (drawn.length < count) throw new Error('the block runs out')
  return { draws: drawer.getDraws(), numbers: drawn }
}

export interface SampleIds {
  clientId: number
  carrierId: number
  blockId: number
  shipmentIds: number[]
  boxIds: number[]
}

/** A client, an own fleet with a block of `blockSize` numbers, shipments and their boxes. */
export function addSample(store: Store, shipments: number, boxesEach: number, blockSize = 1_000): SampleIds {
  let ids: SampleIds | null = null
  const applied = applyChange<null, never>(store, makeRequest('sample'), () => {
    const clientId = takeRowIds(store, 'client', 1)
    const accountId = takeRowIds(store, 'account', 1)
    const carrierId = takeRowIds(store, 'carrier', 1)
    const blockId = takeRowIds(store, 'block', 1)
    const firstShipment = takeRowIds(store, 'shipment', shipments)
    const firstBox = takeRowIds(store, 'box', shipments * boxesEach)
    const shipmentRows: CellValue[][] = []
    const boxRows: CellValue[][] = []
    for (let s = 0; s < shipments; s++) {
      const fbaId = `FBA19${String(s).padStart(7, '0')}`
      shipmentRows.push([firstShipment + s, fbaId, accountId, 'LTL', boxesEach])
      for (let b = 0; b < boxesEach; b++) {
        const boxId = `${fbaId}U${String(b + 1).padStart(6, '0')}`
        boxRows.push([firstBox + s * boxesEach + b, firstShipment + s, b + 1, boxId])
      }
    }
    ids = {
      clientId,
      carrierId,
      blockId,
      shipmentIds: shipmentRows.map((row) => row[0] as number),
      boxIds: boxRows.map((row) => row[0] as number),
    }
    return ok({
      patch: {
        cells: [],
        inserts: [
          { entity: 'client', fields: ['id', 'name'], rows: [[clientId, '宁波星野']] },
          { entity: 'account', fields: ['id', 'clientId'], rows: [[accountId, clientId]] },
          {
            entity: 'carrier',
            fields: ['id', 'name', 'kind', 'strategy', 'scac'],
            rows: [[carrierId, '自营车队', 'own_fleet', 'per_shipment', 'TLBD']],
          },
          {
            entity: 'block',
            fields: ['id', 'carrierId', 'width', 'first', 'last', 'next', 'checkMethod'],
            rows: [[blockId, carrierId, 9, 810_020_000, 810_020_000 + blockSize - 1, 810_020_000, 'luhn']],
          },
          {
            entity: 'shipment',
            fields: ['id', 'fbaId', 'accountId', 'amazonMode', 'declaredBoxCount'],
            rows: shipmentRows,
          },
          { entity: 'box', fields: ['id', 'shipmentId', 'position', 'boxId'], rows: boxRows },
        ],
      },
      result: null,
    })
  })
  if (!applied.ok || !ids) throw new Error('sample was not stored')
  return ids
}

/** Everything a dispatcher's data are, as one text: equal texts, equal data. */
export function dumpData(store: Store): string {
  const tables = ['clients', 'accounts', 'carriers', 'carrier_rules', 'layouts', 'shipments', 'boxes']
  return tables
    .map((table) => JSON.stringify(store.sqlite.prepare(`SELECT * FROM ${table} ORDER BY id`).all()))
    .join('\n')
}
