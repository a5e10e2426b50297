import { describe, expect, test } from 'vitest'
import { getKeyCharacter } from '../../../shared/domain/scan/key-character.ts'
import { controlCodes, readScan, scanControls } from '../../../shared/domain/scan/read-scan.ts'

const boxId = 'FBA19TB4K7Q2U000001'

describe('a scan is', () => {
  test.each([
    ['a box label', boxId],
    ['a box label in lower case', boxId.toLowerCase()],
    ['a box label with its symbology', `]C0${boxId}`],
    ['a box label with control characters', `\u001d${boxId}\r`],
  ])('%s', (_name, text) => expect(readScan(text)).toEqual({ kind: 'box', boxId }))

  test('a box label of AWD, or an old one of three digits', () => {
    expect(readScan('STAR-ABCDEFGHJKLMNU000002')).toEqual({ kind: 'box', boxId: 'STAR-ABCDEFGHJKLMNU000002' })
    expect(readScan('FBA19TB4K7Q2U001')).toEqual({ kind: 'box', boxId: 'FBA19TB4K7Q2U001' })
  })

  test.each([
    ['as printed', '1ZA1B2C30300014703', '1ZA1B2C30300014703'],
    ['with its symbology', ']C01ZA1B2C30300014703', '1ZA1B2C30300014703'],
    ['of USPS behind the ZIP', '420917619400190000014700000212', '9400190000014700000212'],
    ['of FedEx out of 34 digits', '1000000000000009176100400014700213', '400014700213'],
    ['of no courier on file', 'UNI12345QX98', 'UNI12345QX98'],
  ])('a number %s', (_name, text, trackingId) =>
    expect(readScan(text)).toEqual({ kind: 'number', trackingId }),
  )

  test.each(scanControls)('the control code %s', (control) => {
    expect(readScan(controlCodes[control])).toEqual({ kind: 'control', control })
    expect(readScan(`]C0${controlCodes[control].toLowerCase()}`)).toEqual({ kind: 'control', control })
  })

  test('a shipment, where the 2-D code of the contents or the id alone was read', () => {
    const shipment = { kind: 'shipment', fbaId: 'FBA19TB4K7Q2' }
    expect(readScan('AMZN,PO:FBA19TB4K7Q2,FNSKU:X001ABCDEF,QTY:12')).toEqual(shipment)
    expect(readScan('FBA19TB4K7Q2')).toEqual(shipment)
  })

  test.each([
    '',
    '   ',
    '无',
    'HELLOWORLD',
    '123',
    '4.00015E+11',
    'http://example.org/12345678',
    '你好12345678',
  ])('unreadable: %o', (text) => expect(readScan(text).kind).toBe('unreadable'))
})

test('control codes are no tracking numbers and long enough for a scan', () => {
  for (const control of scanControls) {
    expect(controlCodes[control]).toMatch(/^[A-Z]{8,}$/)
  }
})

describe('a physical key writes', () => {
  test.each([
    ['KeyA', false, 'A'],
    ['KeyA', true, 'A'],
    ['Digit7', false, '7'],
    ['Digit7', true, '&'],
    ['Numpad7', true, '7'],
    ['Minus', false, '-'],
    ['Semicolon', true, ':'],
    ['Comma', false, ','],
    ['BracketRight', false, ']'],
    ['Enter', false, null],
    ['ShiftLeft', true, null],
    ['F4', false, null],
    ['ArrowLeft', false, null],
  ])('%s with Shift %s: %s', (code, isShifted, character) =>
    expect(getKeyCharacter(code, isShifted)).toBe(character),
  )
})
