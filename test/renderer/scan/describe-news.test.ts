import { describe, expect, test } from 'vitest'
import { describeNews, getNewsStatus, isBadNews } from '../../../renderer/scan/describe-news.ts'
import type { ScanNews } from '../../../renderer/scan/scan-store.ts'
import type { ScanRefusal } from '../../../shared/domain/scan/plan-scan.ts'
import { languages } from '../../../shared/locales/catalogue.ts'
import { getTranslate } from '../../../shared/locales/translate.ts'

const [boxId, trackingId, fbaId] = ['FBA15TB8M3X9U000014', '1ZA1B2C30300014703', 'FBA15TB8M3X9']
const refusals: readonly ScanRefusal[] = [
  { kind: 'unreadable', text: 'HELLO' },
  { kind: 'names-no-box', fbaId },
  { kind: 'unknown-box', boxId },
  { kind: 'other-shipment', boxId, fbaId, wantedFbaId: 'FBA19TB4K7Q2' },
  { kind: 'box-has-number', boxId, trackingId },
  { kind: 'used-elsewhere', trackingId, fbaId },
  { kind: 'number-expected', boxId },
  { kind: 'box-expected', trackingId },
  { kind: 'check-digit', trackingId, courier: 'ups' },
  { kind: 'other-courier', trackingId, courier: 'fedex', carrier: 'UPS' },
  { kind: 'other-courier', trackingId, courier: null, carrier: 'UPS' },
]
const plain: readonly ScanNews['kind'][] = ['wait', 'held', 'dropped', 'released', 'nothing-to-undo']

describe.each(languages)('in %s', (language) => {
  const t = getTranslate(language)

  test.each(refusals)('a refusal says which thing, why, and what to scan instead: $kind', (refusal) => {
    const text = describeNews({ kind: 'refused', refusal }, false, t)
    const named = Object.entries(refusal).filter(
      ([field, value]) => !['kind', 'courier'].includes(field) && value !== null,
    )
    for (const [, value] of named) expect(text).toContain(value)
    expect(text).toMatch(/[：:]/)
    expect(text).not.toMatch(/\{\{|scan\./)
  })

  test('where the station only warns it says how a doubted label is let through, and only a doubted one', () => {
    const doubted: ScanNews = { kind: 'refused', refusal: refusals[8]! }
    const certain: ScanNews = { kind: 'refused', refusal: refusals[5]! }
    expect(describeNews(doubted, true, t).length).toBeGreaterThan(describeNews(doubted, false, t).length)
    expect(describeNews(certain, true, t)).toBe(describeNews(certain, false, t))
  })

  test('what was stored or taken back is named by box and number', () => {
    for (const kind of ['stored', 'undone'] as const) {
      const text = describeNews({ kind, boxId, trackingId }, false, t)
      expect(text).toContain(boxId)
      expect(text).toContain(trackingId)
    }
  })

  test('a pair by a former label names that label too', () => {
    const formerLabel = 'FBA17TB2C5D1U000001'
    expect(describeNews({ kind: 'stored', boxId, trackingId, formerLabel }, false, t)).toContain(formerLabel)
  })

  test('everything else has words of its own', () => {
    const texts = plain.map((kind) => describeNews({ kind } as ScanNews, false, t))
    expect(new Set(texts).size).toBe(plain.length)
  })
})

test('only a stored pair has a tick, and whatever was refused an octagon', () => {
  expect(getNewsStatus({ kind: 'stored', boxId, trackingId })).toBe('ready')
  expect(getNewsStatus({ kind: 'refused', refusal: refusals[0]! })).toBe('error')
  expect(getNewsStatus({ kind: 'held' })).toBe('incomplete')
  expect(isBadNews({ kind: 'nothing-to-undo' })).toBe(true)
})
