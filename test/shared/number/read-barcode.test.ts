import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBarcode } from '../../../shared/domain/number/read-barcode.ts'
import { formatReferences } from '../../support/courier-format-reference.ts'

describe('what a scanner reads becomes what is printed', () => {
  test.each([
    [']C01ZA1B2C30300014703', '1ZA1B2C30300014703'],
    [']Q1400014700213\r\n', '400014700213'],
    [']d2\u001d400014700213', '400014700213'],
    ['EA 240 014 706 CN', 'EA240014706CN'],
    ['1LS7124011400147-1', '1LS7124011400147-1'],
    ['420917619400190000014700000212', '9400190000014700000212'],
    [']C1420917619400190000014700000212', '9400190000014700000212'],
    [']C142091761\u001d9400190000014700000212', '9400190000014700000212'],
    ['42091761000092001900000147000000000214', '42091761000092001900000147000000000214'],
    ['4209176192001900000147000000000214', '92001900000147000000000214'],
    ['4209176101000014700000000218', '01000014700000000218'],
    ['1000000000000009176100400014700213', '400014700213'],
    ['9622001560000000000000400014700213', '400014700213'],
    ['30000000000000004000147002132014', '400014700213'],
    ['9611019612900014700219', '612900014700219'],
  ])('%j is %s', (text, printed) => {
    expect(readBarcode(text)).toEqual({ printed, kind: 'tracking-id' })
  })

  test('a FedEx number of 14 digits that does not begin with zeros stays whole', () => {
    // 1240014700212 × 1, 7, 3 …: 1+14+12+0+0+3+4+49+0+0+14+3+2 = 102, mod 11 = 3.
    expect(readBarcode('1000000000000009176112400147002123').printed).toBe('12400147002123')
  })

  test('a code whose check digit is wrong is taken as it is', () => {
    for (const text of [
      '420917619400190000014700000213',
      '9611019612900014700218',
      '1000000000000009176100400014700214',
    ])
      expect(readBarcode(text)).toEqual({ printed: text, kind: 'tracking-id' })
  })

  test('where a ZIP+4 looks like the beginning of a number, the separator shows where it ends', () => {
    const digits = ['420917619400', '9400190000014700000211'] as const
    expect(readBarcode(digits.join('')).printed).toBe('94009400190000014700000211')
    expect(readBarcode(digits.join('\u001d')).printed).toBe('9400190000014700000211')
  })
})

describe('what is no tracking number is named', () => {
  test.each([
    ['FBA19TB4K7Q2U000001', 'FBA19TB4K7Q2U000001', 'box-id'],
    [']C0fba19tb4k7q2u000001', 'FBA19TB4K7Q2U000001', 'box-id'],
    ['STAR-ABCDEFGHJK123U000001', 'STAR-ABCDEFGHJK123U000001', 'box-id'],
    ['FBA19TB4K7Q2', 'FBA19TB4K7Q2', 'shipment-id'],
    ['AMZN,PO:FBA19TB4K7Q2,FNSKU:X001ABCDEF,QTY:24', 'FBA19TB4K7Q2', 'shipment-id'],
    [']Q1AMZN,PO:FBA19TB4K7Q2,FNSKU:X001ABCDEF,QTY:24,EXP:280101', 'FBA19TB4K7Q2', 'shipment-id'],
    ['(90)12KCNWY240014703', '240014703', 'pro'],
    [']C19012KTLBD8100200008', '8100200008', 'pro'],
    [']C19012KRLCAWP0147002', 'WP0147002', 'pro'],
    ['(402)40001470000002109', '40001470000002109', 'bol'],
    [']C140240001470000002109', '40001470000002109', 'bol'],
    ['', '', 'other'],
    ['https://example.com/1', 'HTTPS://EXAMPLE.COM/1', 'other'],
  ])('%j is %s: %s', (text, printed, kind) => {
    expect(readBarcode(text)).toEqual({ printed, kind })
  })

  test('a bill of lading number with a wrong check digit is none', () => {
    expect(readBarcode(']C140240001470000002108').kind).not.toBe('bol')
    expect(readBarcode('(402)40001470000002108').kind).toBe('other')
  })
})

const isBarcodeOnly = /^fedex_(?:34|gsn_34|astra_32|ground_96)$|^usps_|^dpd_28$/
const printedFormats = formatReferences.filter(({ id }) => !isBarcodeOnly.test(id))

test.each(printedFormats)('a printed number of $id comes back unchanged, whatever symbology', (format) => {
  const { pattern, shapes = [pattern] } = format
  const symbology = fc.constantFrom(']C0', ']C1', ']Q1', ']L2', ']d2\u001d', '')
  fc.assert(
    fc.property(fc.oneof(...shapes.map((shape) => fc.stringMatching(shape))), symbology, (number, aim) => {
      expect(readBarcode(`${aim}${number}\r\n`)).toEqual({ printed: number, kind: 'tracking-id' })
    }),
    { numRuns: 50, seed: 20_261_127 },
  )
})
