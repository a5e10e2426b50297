import { expect, test } from 'vitest'
import type { ClientForecast } from '../../shared/domain/defect-forecast.ts'
import { getTestFiles } from '../support/engine-process.ts'
import { readBook, readExpectedBook, toExpectedDay } from '../support/read-book.ts'
import { storeBook } from '../support/store-book.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import { openTestDesk, type TestDesk } from '../support/test-desk.ts'
import { openTestStore } from '../support/test-store.ts'

const expected = readExpectedBook()
/** Its PRO has 65 characters, which no column takes: here it has 64. */
const unstored = '30'

function openBook(day: string): TestDesk {
  const folder = makeTempFolder()
  const store = openTestStore('', getTestFiles(folder).database)
  const book = readBook()
  for (const { number, shipment } of book) if (number === unstored) shipment.pro = shipment.pro!.slice(0, 64)
  storeBook(store, book)
  store.close()
  return openTestDesk(folder, () => new Date(`${day}T12:00`).getTime())
}

const sort = (rates: readonly object[]) => rates.map((rate) => JSON.stringify(rate)).toSorted()

test.each(expected.days)(
  'an engine whose clock stands on %s judges the stored book as worked out',
  async (day) => {
    const desk = openBook(day)
    const rows = (await desk.rows()).map((row) => ({ ...row, number: String(row.id).padStart(2, '0') }))
    const judged = rows.filter(({ number }) => number !== unstored)
    expect(judged).toHaveLength(59)
    for (const row of judged)
      expect([row.number, toExpectedDay(row, row.clock)]).toEqual([
        row.number,
        expected.shipments[row.number]![day],
      ])

    const { clients } = await desk.call('forecast.run', {})
    const toRate = ({ client, marketplace, missingNow, today, undated }: ClientForecast) => ({
      client,
      marketplace: marketplace === '' ? null : marketplace,
      day: today.on,
      missingNow: `${missingNow.defects}/${missingNow.counted}`,
      forecast: `${today.defects}/${today.counted}`,
      undated,
    })
    expect(sort(clients.map(toRate))).toEqual(sort(expected.rates.filter((rate) => rate.day === day)))
  },
)
