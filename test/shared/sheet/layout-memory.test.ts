import { describe, expect, test } from 'vitest'
import { applyColumnChoice } from '../../../shared/domain/sheet/column-choice.ts'
import { detectLayout } from '../../../shared/domain/sheet/detect-layout.ts'
import { rememberLayout } from '../../../shared/domain/sheet/layout-memory.ts'
import { emptyMemory, type LayoutMemory } from '../../../shared/domain/sheet/sheet-layout.ts'
import { getColumn, makeSheet } from './sheet-case.ts'

const ids = ['FBA19TB4K7Q2', 'FBA19TB4K7Q3', 'FBA19TB4K7Q4']
/** A column each. */
const columns = [
  ['FBA号', ...ids],
  ['件数', '3', '4', '5'],
  ['K3标识', 'SH-7', 'SH-8', 'SH-9'],
  ['号码', '1ZA1B2C30300014703', '1ZA1B2C30300014712', '1ZA1B2C30300014721'],
]
const sheet = makeSheet(columns[0]!.map((_, row) => columns.map((column) => column[row]!)))
const detect = (memory: Partial<LayoutMemory>) =>
  detectLayout(sheet.info, sheet.rows, { ...emptyMemory, isClientKnown: true, ...memory })

const chosen = (field: 'boxCount' | 'units') =>
  applyColumnChoice(applyColumnChoice(detect({}), 1, field), 2, 'clientReference')
const own = rememberLayout(chosen('boxCount'))
const other = { ...rememberLayout(chosen('units')), client: '深圳拓海' }

const look = (memory: Partial<LayoutMemory>, heading: string) => {
  const { field, verdict, reason } = getColumn(detect(memory), heading)
  return [field, verdict, reason.kind]
}

describe('a layout that another client uses', () => {
  test('proposes what no cell contradicts, and names the client', () => {
    expect(look({ others: [other] }, 'K3标识')).toEqual(['clientReference', 'known', 'known-elsewhere'])
    expect(getColumn(detect({ others: [other] }), 'K3标识').reason).toMatchObject({ client: '深圳拓海' })
  })

  test('leaves open what the contents leave open', () => {
    expect(look({ others: [other] }, '件数')).toEqual(['units', 'confirm', 'known-elsewhere'])
  })

  test('never decides a field with consequences against the contents', () => {
    const wrong = { ...other, fields: { ...other.fields, k3标识: 'trackingId' as const } }
    expect(look({ others: [wrong] }, 'K3标识')).toEqual(['trackingId', 'confirm', 'known-elsewhere'])
  })

  test('counts only where it is the very same layout', () => {
    const drifted = { ...other, fingerprint: `${other.fingerprint}|more` }
    expect(look({ others: [drifted] }, 'K3标识')).toEqual(look({}, 'K3标识'))
  })

  test("gives way to the client's own memory", () => {
    expect(look({ own: [own], others: [other] }, '件数')).toEqual(['boxCount', 'known', 'remembered'])
  })

  test("is taken for the file's own where nobody knows whose it is and only one client uses it", () => {
    const memory = { others: [other], isClientKnown: false }
    expect(look(memory, '件数')).toEqual(['units', 'known', 'remembered'])
    const third = { ...rememberLayout(chosen('boxCount')), client: '义乌百川' }
    expect(look({ ...memory, others: [other, third] }, '件数')[1]).toBe('confirm')
  })
})

describe('a heading taught for all clients', () => {
  const taught = (field: 'clientReference' | 'notes' | 'pro' | null) => [{ heading: 'k3标识', field }]

  test('comes before the dictionary and before another client, and behind the own memory', () => {
    expect(look({ taught: taught('notes') }, 'K3标识')).toEqual(['notes', 'known', 'taught'])
    expect(look({ taught: taught('notes'), others: [other] }, 'K3标识')[0]).toBe('notes')
    expect(look({ taught: taught('notes'), own: [own] }, 'K3标识')).toEqual([
      'clientReference',
      'known',
      'remembered',
    ])
  })

  test('of a field with consequences is asked about where the contents do not agree', () => {
    const layout = detect({ taught: [{ heading: 'k3标识', field: 'trackingId' }] })
    expect(getColumn(layout, 'K3标识')).toMatchObject({ field: 'trackingId', verdict: 'confirm' })
    const right = detect({ taught: [{ heading: '号码', field: 'trackingId' }] })
    expect(getColumn(right, '号码')).toMatchObject({ field: 'trackingId', verdict: 'known' })
  })

  test('may say that a heading is no field of ours', () => {
    expect(look({ taught: [{ heading: '件数', field: null }] }, '件数')).toEqual([null, 'extra', 'taught'])
  })
})
