import { describe, expect, test } from 'vitest'
import { PagedRows, type RowPage } from '../../../renderer/grid/paged-rows.ts'

/** A list in another process, whose answers arrive when the test says so. */
function makeList(length: number) {
  const list = {
    rows: Array.from({ length }, (_, index) => `row ${index}`),
    asked: [] as number[],
    answer: [] as (() => void)[],
    failure: undefined as Error | undefined,
    load: (offset: number, limit: number): Promise<RowPage<string>> => {
      list.asked.push(offset)
      return new Promise((resolve, reject) => {
        list.answer.push(() => {
          if (list.failure) reject(list.failure)
          else resolve({ rows: list.rows.slice(offset, offset + limit), total: list.rows.length })
        })
      })
    },
    /** Lets everything asked so far, and what that leads to, arrive. */
    arrive: async () => {
      do {
        for (const answer of list.answer.splice(0)) answer()
        await new Promise((resolve) => setTimeout(resolve))
      } while (list.answer.length > 0)
    },
  }
  return list
}

async function openRows(length: number, options = {}) {
  const list = makeList(length)
  const rows = new PagedRows(list.load, { pageSize: 10, ...options })
  rows.ensureRange(0, 5)
  await list.arrive()
  list.asked.length = 0
  return { list, rows }
}

describe('loading', () => {
  test('a page is asked for once, however often it is wanted', async () => {
    const { list, rows } = await openRows(100)
    rows.ensureRange(15, 25)
    rows.ensureRange(18, 29)
    await list.arrive()
    rows.ensureRange(15, 25)
    expect(list.asked).toEqual([10, 20])
    expect([rows.getRow(15), rows.getRow(29), rows.getRow(30)]).toEqual(['row 15', 'row 29', undefined])
  })

  test('listeners hear of pages in view, and the version changes with them', async () => {
    const { list, rows } = await openRows(100)
    let heard = 0
    const before = rows.version
    const stop = rows.subscribe(() => (heard += 1))
    rows.ensureRange(40, 45)
    await list.arrive()
    expect(heard).toBe(1)
    expect(rows.version).toBeGreaterThan(before)
    stop()
    rows.ensureRange(60, 65)
    await list.arrive()
    expect(heard).toBe(1)
  })

  test('nothing is asked for beyond the end of the list', async () => {
    const { list, rows } = await openRows(25)
    rows.ensureRange(20, 90)
    await list.arrive()
    expect(list.asked).toEqual([20])
    expect(rows.getRow(24)).toBe('row 24')
    expect(rows.getRow(25)).toBeUndefined()
  })

  test('pages far from the view are let go', async () => {
    const { list, rows } = await openRows(1000, { maxPages: 3 })
    for (const first of [100, 200, 300, 400]) {
      rows.ensureRange(first, first)
      await list.arrive()
    }
    expect(rows.getRow(400)).toBe('row 400')
    expect(rows.getRow(300)).toBe('row 300')
    expect(rows.getRow(0)).toBeUndefined()
  })

  test('a failure is told, keeps what is there, and the next look tries again', async () => {
    const errors: unknown[] = []
    const { list, rows } = await openRows(100, { onError: (cause: unknown) => errors.push(cause) })
    list.failure = new Error('engine gone')
    rows.ensureRange(10, 12)
    await list.arrive()
    expect(errors).toEqual([list.failure])
    expect(rows.getRow(0)).toBe('row 0')
    list.failure = undefined
    rows.ensureRange(10, 12)
    await list.arrive()
    expect(rows.getRow(10)).toBe('row 10')
  })
})

describe('a refresh', () => {
  test('keeps the old rows in view until the new ones are here', async () => {
    const { list, rows } = await openRows(100)
    list.rows[3] = 'changed'
    const done = rows.refresh()
    expect(rows.getRow(3)).toBe('row 3')
    await list.arrive()
    await done
    expect(rows.getRow(3)).toBe('changed')
  })

  test('ignores an answer that was asked for before it', async () => {
    const { list, rows } = await openRows(100)
    rows.ensureRange(10, 12)
    const answerBefore = list.answer.splice(0)
    list.rows[10] = 'changed'
    const done = rows.refresh()
    await list.arrive()
    await done
    list.rows[10] = 'older'
    for (const answer of answerBefore) answer()
    await list.arrive()
    expect(rows.getRow(10)).toBe('changed')
  })

  test('reads only what is in view; other pages follow when they are looked at', async () => {
    const { list, rows } = await openRows(100)
    rows.ensureRange(50, 55)
    await list.arrive()
    list.asked.length = 0
    const done = rows.refresh()
    await list.arrive()
    await done
    expect(list.asked).toEqual([50])
    rows.ensureRange(0, 5)
    await list.arrive()
    expect(list.asked).toEqual([50, 0])
  })

  test('a list that got shorter loses its last rows', async () => {
    const { list, rows } = await openRows(100)
    rows.ensureRange(90, 99)
    await list.arrive()
    list.rows.length = 12
    const done = rows.refresh()
    await list.arrive()
    await done
    expect(rows.total).toBe(12)
    expect(rows.getRow(95)).toBeUndefined()
  })

  test('rows that came between two pages of it make both be read again', async () => {
    const { list, rows } = await openRows(100)
    rows.ensureRange(5, 14)
    await list.arrive()
    const done = rows.refresh()
    const [first, second] = list.answer.splice(0)
    first!()
    await Promise.resolve()
    list.rows.unshift('new')
    second!()
    await list.arrive()
    await done
    expect(rows.total).toBe(101)
    expect([rows.getRow(5), rows.getRow(14)]).toEqual(['row 4', 'row 13'])
  })

  test('another list takes the place of the first, in view and out of it', async () => {
    const { list, rows } = await openRows(100)
    rows.ensureRange(30, 35)
    await list.arrive()
    const other = makeList(50)
    other.rows = other.rows.map((row) => `other ${row}`)
    const done = rows.replace(other.load)
    expect(rows.getRow(30)).toBe('row 30')
    await other.arrive()
    await done
    expect([rows.total, rows.getRow(30), rows.getRow(0)]).toEqual([50, 'other row 30', undefined])
  })
})

describe('a whole range', () => {
  test('comes complete and in order, whatever was there before', async () => {
    const { list, rows } = await openRows(500)
    const range = rows.loadRows(7, 433)
    await list.arrive()
    expect(await range).toEqual(list.rows.slice(7, 434))
  })

  test('is read afresh when rows change meanwhile', async () => {
    const { list, rows } = await openRows(30)
    const range = rows.loadRows(0, 29)
    list.rows[0] = 'changed'
    const refreshed = rows.refresh()
    await list.arrive()
    await refreshed
    expect((await range)[0]).toBe('changed')
  })

  test('that cannot be had is refused', async () => {
    const { list, rows } = await openRows(100)
    list.failure = new Error('engine gone')
    const refused = rows.loadRows(0, 50).catch((cause: unknown) => cause)
    await list.arrive()
    expect(await refused).toBe(list.failure)
  })
})

test('a row of before a change is shown until it is read again, but never counts as up to date', async () => {
  const { list, rows } = await openRows(30)
  rows.loadRows(0, 29).catch(() => {})
  await list.arrive()
  expect(rows.getCurrentRow(25)).toBe('row 25')
  const refreshed = rows.refresh()
  await list.arrive()
  await refreshed
  expect([rows.getRow(25), rows.getCurrentRow(25)]).toEqual(['row 25', undefined])
  expect(rows.getCurrentRow(3)).toBe('row 3')
})
