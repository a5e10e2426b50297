import { describe, expect, test } from 'vitest'
import { headingAliases, headingTraps } from '../../../shared/domain/sheet/heading-aliases.ts'
import { lookupHeading, normalizeHeading } from '../../../shared/domain/sheet/heading-dictionary.ts'
import { importFields } from '../../../shared/domain/sheet/import-field.ts'

const getField = (text: string) => lookupHeading(text)?.field ?? null

describe('normalising', () => {
  test('width, case, white space, line breaks and marks do not count', () => {
    expect(normalizeHeading(' ＦＢＡ\n No.： ')).toBe('fbano')
    expect(normalizeHeading('★箱数 / 件数*（CTN）')).toBe('箱数件数ctn')
    expect(normalizeHeading('fba-carton_id')).toBe('fbacartonid')
  })

  test('a zero-width character inside a heading does not hide it', () => {
    expect(getField('跟踪\u200b号')).toBe('trackingId')
  })
})

describe('the dictionary', () => {
  test('no heading means two fields unless it is marked as a trap', () => {
    const owners = new Map<string, Set<string>>()
    const note = (heading: string, owner: string) => {
      const key = normalizeHeading(heading)
      owners.set(key, (owners.get(key) ?? new Set()).add(owner))
    }
    for (const field of importFields) {
      for (const heading of [...headingAliases[field].zh, ...headingAliases[field].en]) note(heading, field)
    }
    for (const trap of headingTraps) for (const heading of trap.headings) note(heading, trap.fields.join())
    expect([...owners].filter(([, fields]) => fields.size > 1)).toEqual([])
  })

  test('each heading of the dictionary is found under its own field', () => {
    for (const field of importFields) {
      for (const heading of [...headingAliases[field].zh, ...headingAliases[field].en]) {
        expect([heading, getField(heading)]).toEqual([heading, field])
      }
    }
  })

  test('each trap is found with all its meanings, the most usual first', () => {
    for (const { headings, fields } of headingTraps) {
      for (const heading of headings) {
        expect(lookupHeading(heading)).toEqual({ field: fields[0], others: fields.slice(1), isTrap: true })
      }
    }
  })
})

describe('looking a heading up', () => {
  test('a bracketed hint is left out when the whole is not known', () => {
    expect(getField('箱数（必填）')).toBe('boxCount')
    expect(getField('派送方式【卡派/快递】')).toBe('mode')
    expect(getField('跟踪号 [必填]')).toBe('trackingId')
  })

  test('the whole heading wins over the one without its hint', () => {
    expect(lookupHeading('运单号（FBA单号）')).toEqual({ field: 'fbaId', others: [], isTrap: false })
    expect(getField('运单号（必填）')).toBe('clientReference')
  })

  test('a unit behind a measure is left out, behind anything else it is not', () => {
    expect(getField('总毛重KG')).toBe('weight')
    expect(getField('净重(kg)')).toBe('netWeight')
    expect(getField('高 cm')).toBe('height')
    expect(getField('客户kg')).toBeNull()
  })

  test('a heading in two languages counts when both halves agree', () => {
    expect(getField('货件编号 FBA ID')).toBe('fbaId')
    expect(getField('仓库代码/FC')).toBe('fc')
    expect(getField('跟踪号 Weight')).toBeNull()
    expect(getField('承运人 UPS')).toBeNull()
  })

  test('a trap in one language is narrowed by the other', () => {
    expect(lookupHeading('箱号 Box No')).toEqual({ field: 'boxId', others: ['boxSequence'], isTrap: true })
    expect(lookupHeading('箱号 Container No')).toEqual({ field: 'container', others: [], isTrap: false })
  })

  test('likeness is no match', () => {
    expect(getField('跟踪')).toBeNull()
    expect(getField('箱子')).toBeNull()
    expect(getField('发货仓库')).toBeNull()
    expect(getField('实际箱数差异')).toBeNull()
    expect(getField('')).toBeNull()
    expect(getField('：')).toBeNull()
  })
})

describe('a heading in traditional characters', () => {
  test.each([
    ['貨件編號', 'fbaId'],
    ['箱數', 'boxCount'],
    ['倉庫代碼', 'fc'],
    ['單箱毛重', 'boxWeight'],
    ['承運商', 'carrier'],
    ['派送方式', 'mode'],
    ['預約號', 'isa'],
    ['櫃號', 'container'],
    ['備註', 'notes'],
  ])('%s means what its simplified form means', (heading, field) => {
    expect(lookupHeading(heading)?.field).toBe(field)
  })
})
