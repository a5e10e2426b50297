import { expect, test } from 'vitest'
import { type BlockDraft, previewBlock } from '../../../renderer/data-settings/block-draft.ts'
import type { BlockView } from '../../../shared/contract/outputs.ts'

const draft: BlockDraft = {
  carrierId: 1,
  prefix: '',
  width: '8',
  first: '81002000',
  last: '81002999',
  increment: '1',
  lowStock: '50',
  checkMethod: 'none',
}

const known: BlockView = {
  id: 7,
  carrierId: 1,
  carrier: '自营车队',
  prefix: '',
  width: 8,
  checkMethod: 'none',
  first: 81_002_500,
  last: 81_003_499,
  firstNumber: '81002500',
  lastNumber: '81003499',
  nextNumber: null,
  position: 1,
  increment: 1,
  next: 81_003_500,
  lowStock: 50,
  isClosed: false,
  isRetired: false,
  left: 0,
  issued: 1_000,
  released: 0,
  isLow: true,
  daysLeft: 0,
}

test('nothing is shown before digits, first and last are filled in', () => {
  for (const gap of [
    { width: '' },
    { first: '' },
    { last: '' },
    { first: '81A' },
    { last: '-1' },
    { last: '1e5' },
  ])
    expect(previewBlock({ ...draft, ...gap }, [])).toBeNull()
})

test('the first and the last number stand as they will be issued, both counted', () => {
  expect(previewBlock({ ...draft, prefix: 'TB-', first: '1', last: '250' }, [])).toMatchObject({
    firstNumber: 'TB-00000001',
    lastNumber: 'TB-00000250',
    count: 250,
    problem: null,
  })
})

test('the check digit is part of the number: 7992739871 ends in 3 by Luhn', () => {
  const luhn = {
    ...draft,
    width: '10',
    first: '7992739871',
    last: '7992739871',
    checkMethod: 'luhn',
  } as const
  expect(previewBlock(luhn, [])).toMatchObject({ firstNumber: '79927398713', count: 1 })
})

test('a block that overlaps one on file is refused by name, used up or not', () => {
  expect(previewBlock(draft, [known])?.problem).toEqual({ kind: 'block-overlaps', blockId: 7 })
  expect(previewBlock({ ...draft, last: '81002499' }, [known])?.problem).toBeNull()
})

test('a first number above the last, or a last one longer than the digits, is refused', () => {
  const range = { kind: 'block-range', first: 81_002_000, last: 999 }
  expect(previewBlock({ ...draft, last: '999' }, [])?.problem).toEqual(range)
  expect(previewBlock({ ...draft, width: '7' }, [])?.problem?.kind).toBe('block-range')
})

test('with an increment only every so manyth number is counted, and the last one is a number of the block', () => {
  expect(previewBlock({ ...draft, width: '4', first: '1', last: '250', increment: '10' }, [])).toMatchObject({
    lastNumber: '0241',
    count: 25,
  })
  expect(previewBlock({ ...draft, increment: '0' }, [])?.problem).toEqual({
    kind: 'block-increment',
    increment: 0,
  })
})
