import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillTrackingTemplate } from '../../../main/files/tracking-template.ts'
import { buildTrackingWorkbook } from '../../../main/files/tracking-workbook.ts'
import { getCells, readBytes } from './table-fixtures.ts'

const boxes = Array.from({ length: 5 }, (_, index) => ({ boxId: `B${index}`, trackingId: `1Z${index}` }))
const workbook = buildTrackingWorkbook({ shipmentId: 'FBA19TB4K7Q2', boxes })
const text = Buffer.from('客户,"箱, 号"\r\nA,"1 ""x"""\r\nB,2\r\n')

/** Some bytes changed, and perhaps the end cut off. */
const damage = (bytes: Uint8Array) =>
  fc
    .record({
      changes: fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), {
        maxLength: 4,
      }),
      length: fc.oneof({ arbitrary: fc.constant(bytes.length), weight: 4 }, fc.nat(bytes.length)),
    })
    .map(({ changes, length }) => {
      const copy = Buffer.from(bytes)
      for (const [at, change] of changes) copy[at]! ^= change
      return copy.subarray(0, length)
    })

describe('whatever happened to a file', () => {
  test('a workbook is read as it was written or refused', async () => {
    const cells = JSON.stringify(getCells(await readBytes(workbook)))
    await fc.assert(
      fc.asyncProperty(damage(workbook), async (bytes) => {
        const outcome = await readBytes(bytes)
        expect([null, cells]).toContain(
          outcome.facts?.type === 'xlsx' ? JSON.stringify(getCells(outcome)) : null,
        )
      }),
      { numRuns: 400 },
    )
  })

  test('a text is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(damage(text), fc.uint8Array({ maxLength: 40 })), async (bytes) => {
        const { facts, problem } = await readBytes(bytes)
        expect(facts === null).toBe(problem !== null)
      }),
      { numRuns: 400 },
    )
  })

  test('a template is filled or refused', async () => {
    const pairs = new Map(boxes.map(({ boxId, trackingId }) => [boxId, trackingId]))
    await fc.assert(
      fc.asyncProperty(damage(workbook), async (bytes) => {
        const filled = await fillTrackingTemplate(bytes, 'FBA19TB4K7Q2', pairs)
        const outcome = filled.ok ? await readBytes(filled.value) : null
        expect([null, [...pairs]]).toContainEqual(outcome && getCells(outcome).slice(-5))
      }),
      { numRuns: 300 },
    )
  })
})
