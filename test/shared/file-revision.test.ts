import { expect, test } from 'vitest'
import { findRevised } from '../../shared/domain/file-revision.ts'
import { getFileStem } from '../../shared/domain/file-stem.ts'

test.each([
  ['发货清单.xlsx', '发货清单'],
  ['发货清单_v2.xlsx', '发货清单'],
  ['发货清单(1).xlsx', '发货清单'],
  ['发货清单（修改）.xlsx', '发货清单'],
  ['发货清单改.xlsx', '发货清单'],
  ['发货清单 改2.csv', '发货清单'],
  ['发货清单_1123.xlsx', '发货清单'],
  ['发货清单 2026-11-23.xlsx', '发货清单'],
  ['发货清单20261123_v3 (2).xls', '发货清单'],
  ['发货清单 11月23日 最终版.xlsx', '发货清单'],
  ['Packing List - Copy.xlsx', 'packing list'],
  ['Packing List rev 3 updated.xlsx', 'packing list'],
  ['2026-11-23.xlsx', '2026-11-23'],
  ['ONT8.xlsx', 'ont8'],
])('%s has the stem %s', (name, stem) => {
  expect(getFileStem(name)).toBe(stem)
})

const ids = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `FBA19T${String(from + index).padStart(6, '0')}`)

const earlier = (fileName: string, fbaIds: string[], fingerprints: string[] = ['l']) => ({
  id: fbaIds.length,
  fileName,
  fingerprints,
  fbaIds,
})

const find = (
  fileName: string,
  fbaIds: string[],
  before: ReturnType<typeof earlier>[],
  fingerprints = ['l'],
) => findRevised({ fileName, fbaIds, fingerprints }, before, (each) => each.fbaIds)?.fileName ?? null

test('a new version of a name with mostly the same shipments is a revision', () => {
  const before = [earlier('清单_v1.xlsx', ids(1, 10))]
  expect(find('清单_v2.xlsx', ids(1, 12), before)).toBe('清单_v1.xlsx')
  expect(find('清单_v2.xlsx', ids(1, 3), before)).toBe('清单_v1.xlsx')
})

test("today's file of a name used every day is no revision of yesterday's", () => {
  expect(find('清单.xlsx', ids(8, 17), [earlier('清单.xlsx', ids(1, 10))])).toBeNull()
})

test('another name needs the same layout and most of the earlier shipments', () => {
  const before = [earlier('清单.xlsx', ids(1, 10))]
  expect(find('更正后.xlsx', ids(1, 9), before)).toBe('清单.xlsx')
  expect(find('补充两票.xlsx', ids(1, 2), before)).toBeNull()
  expect(find('更正后.xlsx', ids(1, 9), before, ['other'])).toBeNull()
})

test('of several the newest counts', () => {
  const before = [earlier('清单_v2.xlsx', ids(1, 11)), earlier('清单_v1.xlsx', ids(1, 10))]
  expect(find('清单_v3.xlsx', ids(1, 11), before)).toBe('清单_v2.xlsx')
})

test('a file without shipments in common is never one', () => {
  expect(find('清单.xlsx', [], [earlier('清单.xlsx', [])])).toBeNull()
})
