import { expect, test } from 'vitest'
import { addBlockLine, readBlockFacts } from '../../../shared/domain/sheet/block-facts.ts'

const general = { field: 'client', label: 'Client', value: 'Copper Mill Goods', cell: 'A1' } as const
const first = [
  { field: 'fbaId', label: 'Shipment ID', value: 'FBA15TB8M3X9', cell: 'A3' },
  { field: 'mode', label: 'Delivery mode', value: 'SPD', cell: 'B4' },
  { field: 'carrier', label: 'Carrier', value: 'FedEx', cell: 'C4' },
] as const
const second = [{ field: 'fbaId', label: 'Shipment ID', value: 'FBA19TB4K7Q2', cell: 'A27' }] as const

test('what stands beside or below the first shipment ID speaks of that shipment alone', () => {
  expect(readBlockFacts(addBlockLine(first, first, second))).toMatchObject({
    fbaId: 'FBA19TB4K7Q2',
    values: {},
  })
})

test('what stands above the first shipment ID speaks of every block', () => {
  const sheetFacts = [general, ...first]
  expect(readBlockFacts(addBlockLine(sheetFacts, sheetFacts, second)).values).toEqual({
    clientName: 'Copper Mill Goods',
  })
})
