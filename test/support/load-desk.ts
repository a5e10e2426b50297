import type { CallInput, CallOutput } from '../../shared/contract/contract.ts'
import { nextOpId } from './engine-process.ts'
import { addCarriers, assignAll, writeFreightFile } from './sample-files.ts'
import { openTestDesk, type TestDesk } from './test-desk.ts'

export type LoadOptions = Partial<CallInput<'assign.preview'>>

export interface LoadDesk extends TestDesk {
  preview(options?: LoadOptions): Promise<CallOutput<'assign.preview'>>
  apply(options?: LoadOptions): Promise<CallOutput<'assign.apply'>>
  edit(field: CallInput<'shipment.edit'>['edits'][number]['field'], ...texts: string[]): Promise<void>
  loads(): Promise<CallOutput<'load.list'>['loads']>
}

/** Freight shipments with row ids 1 … of 10 pallets each, and an own fleet (id 1) with one vehicle and one driver. */
export async function openLoadDesk(count: number): Promise<LoadDesk> {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', count))
  await desk.call('vehicle.save', {
    opId: nextOpId(),
    carrierId: 1,
    plate: '粤b12345',
    maxPallets: null,
    maxBoxes: null,
    maxKg: null,
    isActive: true,
  })
  await desk.call('driver.save', {
    opId: nextOpId(),
    carrierId: 1,
    name: '李师傅',
    phone: null,
    cardUntil: null,
    isActive: true,
  })
  const options = {
    ...assignAll,
    filter: {},
    wantsLoad: true,
    caps: { maxPallets: 26, maxBoxes: null, maxKg: null },
  }
  const loadDesk: LoadDesk = Object.assign(desk, {
    preview: (over: LoadOptions = {}) => desk.call('assign.preview', { ...options, ...over }),
    apply: (over: LoadOptions = {}) => desk.call('assign.apply', { ...options, ...over, opId: nextOpId() }),
    async edit(field: CallInput<'shipment.edit'>['edits'][number]['field'], ...texts: string[]) {
      const edits = texts.map((text, index) => ({ id: index + 1, field, text }))
      await desk.call('shipment.edit', { opId: nextOpId(), edits, gesture: 'edit' })
    },
    loads: async () => (await desk.call('load.list', {})).loads,
  })
  await loadDesk.edit('palletCount', ...Array.from({ length: count }, () => '10'))
  return loadDesk
}
