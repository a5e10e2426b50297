import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Engine } from '../../main/engine/engine.ts'
import { must, nextOpId } from './engine-process.ts'

export const getFbaId = (index: number, series = 'FBA19T'): string =>
  `${series}${index
    .toString(36)
    .toUpperCase()
    .padStart(12 - series.length, '0')}`

export const getBoxId = (fbaId: string, index: number): string => `${fbaId}U${String(index).padStart(6, '0')}`

/** A client's list of freight shipments, a row each. */
export function writeFreightFile(folder: string, name: string, count: number, first = 1, boxes = 2): string {
  const rows = Array.from({ length: count }, (_, i) => `${getFbaId(first + i)},ONT8,LTL,${boxes},249.0`)
  return write(folder, name, ['FBA货件号,仓库代码,派送方式,箱数,毛重kg', ...rows])
}

/** A client's list of parcel boxes, a row each. */
export function writeParcelFile(
  folder: string,
  name: string,
  shipments: number,
  boxes: number,
  first = 1,
): string {
  const rows: string[] = []
  for (let s = 0; s < shipments; s++) {
    const fbaId = getFbaId(first + s, 'FBA15P')
    for (let b = 1; b <= boxes; b++) rows.push(`${fbaId},${getBoxId(fbaId, b)},LAX9,SPD,12.4`)
  }
  return write(folder, name, ['FBA货件号,FBA箱号,仓库代码,派送方式,单箱毛重', ...rows])
}

function write(folder: string, name: string, lines: readonly string[]): string {
  const file = path.join(folder, name)
  writeFileSync(file, `${lines.join('\r\n')}\r\n`)
  return file
}

export const ownFleet = {
  name: '自营车队',
  kind: 'own_fleet',
  scac: 'TLBD',
  amazonName: 'OTHER',
  strategy: 'per_shipment',
  courier: null,
  isActive: true,
} as const

/** An own fleet with a block of numbers, and UPS; returns the block's id. */
export async function addCarriers(engine: Engine, blockSize = 100_000, first = 810_000_000): Promise<number> {
  const fleet = await must(engine, 'carrier.save', { opId: nextOpId(), ...ownFleet })
  await must(engine, 'carrier.save', {
    opId: nextOpId(),
    name: 'UPS',
    kind: 'parcel',
    scac: 'UPSN',
    amazonName: 'UNITED_PARCEL_SERVICE_INC',
    strategy: 'per_box',
    courier: 'ups',
    isActive: true,
  })
  const block = await must(engine, 'block.add', {
    opId: nextOpId(),
    carrierId: fleet.id,
    prefix: '',
    width: 9,
    first,
    last: first + blockSize - 1,
    checkMethod: 'luhn',
  })
  return block.id
}

export async function openDraft(engine: Engine, file: string, client = '宁波星野'): Promise<number> {
  const { token } = await must(engine, 'file.offer', { path: file })
  const { drafts } = await must(engine, 'import.open', { files: [token], client })
  const draft = drafts[0]!
  if (draft.problem) throw new Error(JSON.stringify(draft.problem))
  await must(engine, 'import.settle', { draftId: draft.draftId, acceptsAll: true })
  return draft.draftId
}

export async function importFile(engine: Engine, file: string, client?: string): Promise<void> {
  const draftId = await openDraft(engine, file, client)
  const { failed } = await must(engine, 'import.commit', { opId: nextOpId(), draftIds: [draftId] })
  if (failed.length > 0) throw new Error(JSON.stringify(failed))
}

export const assignAll = {
  carrier: 'auto',
  blockId: null,
  wantsCarrier: true,
  wantsPro: true,
  except: [],
}
