import { expect, test } from 'vitest'
import { isWatchedName } from '../../shared/domain/watched-file.ts'

test.each(['发货清单.xlsx', 'a.XLSM', 'list.csv', 'list.tsv', 'list.txt', 'old.xls'])(
  '%s may be a client’s',
  (name) => {
    expect(isWatchedName(name)).toBe(true)
  },
)

test.each([
  '~$发货清单.xlsx',
  '.list.csv',
  '.~lock.list.csv#',
  'list.csv.tmp',
  'list.xlsx.crdownload',
  'list.partial.xlsx',
  'list.xlsx.part',
  'photo.jpg',
  'README',
  'report.pdf',
])('%s is left alone', (name) => {
  expect(isWatchedName(name)).toBe(false)
})
