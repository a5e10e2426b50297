import { describe, expect, test } from 'vitest'
import { readPairingRows, readPairingText } from '../../../shared/domain/pairing/pairing-input.ts'
import { parsePairingText, type TrackingLine } from '../../../shared/domain/pairing/pairing.ts'
import type { RawCellValue, RawRow } from '../../../shared/domain/sheet/raw-cell.ts'
import { fbaId, makeBoxId, makeFedex, makeUps, otherFbaId } from './pairing-case.ts'

const [a, b, c] = [makeUps(1470), makeUps(1607), makeUps(1744)]
const [box1, box2, box3] = [makeBoxId(fbaId, 1), makeBoxId(fbaId, 2), makeBoxId(fbaId, 3)]

const toRows = (cells: RawCellValue[][]): RawRow[] => cells.map((each, i) => ({ row: i + 1, cells: each }))

/** Number, or the kind of its problem. */
const show = ({ trackingId }: TrackingLine): string =>
  trackingId.ok ? trackingId.value : trackingId.problem.kind

const readNumbers = (text: string): string[] => parsePairingText(text).map(show)
const readLabels = (text: string): [string | undefined, string][] =>
  parsePairingText(text).map((line) => [line.boxId, show(line)])

describe('a column of numbers', () => {
  test('is read line by line, with the line each stood on and its text', () => {
    expect(parsePairingText(`${a}\r\n ${b.toLowerCase()} \r\n`)).toEqual([
      { index: 0, place: { line: 1 }, raw: a, trackingId: { ok: true, value: a } },
      { index: 1, place: { line: 2 }, raw: b.toLowerCase(), trackingId: { ok: true, value: b } },
    ])
  })

  test('its blank lines, headings, greetings and rulers are left out and counted', () => {
    const { lines, skipped } = readPairingText(`您好,\nTracking Number\n${a}\n\n-------\n${b}\n谢谢`)
    expect(lines.map(show)).toEqual([a, b])
    expect(lines.map((line) => line.place)).toEqual([{ line: 3 }, { line: 6 }])
    expect(skipped).toEqual({ blank: 1, words: 4, voided: 0 })
  })

  test('full-width, zero-width and spaced characters are cleaned', () => {
    expect(readNumbers(`${a.slice(0, 2)}\u200b${a.slice(2)}\n１Ｚ${b.slice(2)}\n4000 1470 0213`)).toEqual([
      a,
      b,
      '400014700213',
    ])
  })

  test('a scanner’s symbology prefix and the routing are no part of the number', () => {
    expect(readNumbers(`]C1420917619400190000014700000212\n]C0${a}`)).toEqual(['9400190000014700000212', a])
  })

  test.each([
    ['4.00015E+11', 'scientific-notation'],
    ['400014700213.0', 'trailing-decimal'],
    ['#N/A', 'error-value'],
    ['########', 'error-value'],
    ['待定', 'empty'],
    ['N/A', 'empty'],
    ['1Z99', 'not-a-tracking-id'],
    ['2026-11-23', 'looks-like-date'],
    ['1ZА1B2C30300014703', 'bad-characters'],
    ['1ZA1B2C3\ufffd300014703', 'bad-characters'],
    [`${makeUps(5)}${makeBoxId(otherFbaId, 1)}`, 'several-numbers'],
  ])('%s is a problem and not skipped', (text, kind) => {
    expect(readNumbers(`${a}\n${text}\n${b}`)).toEqual([a, kind, b])
  })

  test('a line with several numbers among lines with one is a problem', () => {
    expect(readNumbers(`${a}\n${b}/${c}\n${makeUps(1)}\n${makeUps(2)}`)[1]).toBe('several-numbers')
    expect(readNumbers(`${a}\n"${b}\n${c}"\n${makeUps(1)}`)).toEqual([a, 'several-numbers', makeUps(1)])
    expect(readNumbers(`${a}\n${b}-${c}\n${makeUps(1)}`)[1]).toBe('several-numbers')
  })

  test('a number in groups that no courier knows is not put together', () => {
    expect(readNumbers(`${a}\n4000 1470 0214`)).toEqual([a, 'several-numbers'])
  })

  test('what stands beside half a number makes it a problem', () => {
    expect(readNumbers(`${a}\n40001470 0213`)).toEqual([a, 'several-numbers'])
  })

  test('long numbers whose digits after the fifteenth are all zero are refused together', () => {
    const zeroed = ['940019000001470', '940019000001484'].map((digits) => `${digits}0000000`)
    expect(readNumbers(zeroed.join('\n'))).toEqual(['zeroed-tail', 'zeroed-tail'])
  })
})

describe('numbers in prose', () => {
  test('are found in the order of the text, with the shipment they are for', () => {
    const lines = parsePairingText(`您好,${fbaId} 的单号 ${a}、${b},请查收。今天20箱`)
    expect(lines.map((line) => [line.fbaId, show(line)])).toEqual([
      [fbaId, a],
      [fbaId, b],
    ])
  })

  test('a shipment on its own line is that of the lines below', () => {
    const lines = parsePairingText(`${fbaId}:\n${a}\n${b}\n\n${otherFbaId} 共1箱\n${c}`)
    expect(lines.map((line) => [line.fbaId, show(line)])).toEqual([
      [fbaId, a],
      [fbaId, b],
      [otherFbaId, c],
    ])
  })

  test('dates, times, weights and words beside a number are no numbers', () => {
    expect(readNumbers(`2026-11-23 09:48 UPS ${a} 12.4kg ONT8`)).toEqual([a])
  })

  test('a date on a line of its own is no sequence', () => {
    expect(parsePairingText(`11/23\n${a}\n${b}`).map((line) => [line.sequence, show(line)])).toEqual([
      [undefined, a],
      [undefined, b],
    ])
  })

  test('a list on one line is read on over its commas', () => {
    expect(readNumbers(`${a},${b}, ${c}`)).toEqual([a, b, c])
    expect(readNumbers(`${a},${b}\n${c},${makeUps(9)}`)).toEqual([a, b, c, makeUps(9)])
  })
})

describe('two columns', () => {
  test.each([['\t'], [','], [' '], [', '], [' - ']])('may stand in any order, parted by %j', (separator) => {
    expect(readLabels(`${box1}${separator}${a}\n${box2}${separator}${b}`)).toEqual([
      [box1, a],
      [box2, b],
    ])
    expect(readLabels(`${a}${separator}${box1}\n${b}${separator}${box2}`)).toEqual([
      [box1, a],
      [box2, b],
    ])
  })

  test('may change places from line to line', () => {
    expect(readLabels(`${box1}\t${a}\n${b}\t${box2}\n${c}\t${box3}`)).toEqual([
      [box1, a],
      [box2, b],
      [box3, c],
    ])
  })

  test('box ID and number in one cell are parted by the label', () => {
    expect(readLabels(`${a}-${box1}\n${box2}-${b}`)).toEqual([
      [box1, a],
      [box2, b],
    ])
  })

  test('labels and numbers scanned in turn belong together', () => {
    expect(readLabels([box1, a, box2, b].join('\n'))).toEqual([
      [box1, a],
      [box2, b],
    ])
    expect(readLabels([a, box1, b, box2].join('\n'))).toEqual([
      [box1, a],
      [box2, b],
    ])
  })

  test('sequences and numbers in turn belong together too, under the shipment named above them', () => {
    const lines = parsePairingText([`${fbaId}:`, '2/2', a, '1/2', b].join('\n'))
    expect(lines.map((line) => [line.fbaId, line.sequence, show(line)])).toEqual([
      [fbaId, 2, a],
      [fbaId, 1, b],
    ])
  })

  test('labels and numbers that are out of turn are not joined', () => {
    expect(readLabels([box1, a, box2, b, c].join('\n'))).toEqual([
      [box1, 'empty'],
      [undefined, a],
      [box2, 'empty'],
      [undefined, b],
      [undefined, c],
    ])
  })

  test('a damaged label or a range of labels stays what it is', () => {
    expect(readLabels(`${fbaId}U00001\t${a}\n${box2}\t${b}`)[0]).toEqual([`${fbaId}U00001`, a])
    expect(readLabels(`${box1}-10\t${a}\n${box2}\t${b}`)[0]).toEqual([`${box1}-10`, a])
    expect(readLabels(`${box1} - U000010 ${a}`)).toEqual([[`${box1} - U000010`, a]])
    expect(readLabels(`${box1}\t${a}\nbox 2\t${b}\n${box3}\t${c}`)[1]).toEqual(['BOX 2', b])
  })

  test('several numbers beside one label are a problem', () => {
    expect(readLabels(`${box1}\t${a}/${b}\n${box2}\t${c}`)).toEqual([
      [box1, 'several-numbers'],
      [box2, c],
    ])
  })

  test('the shipment and the box’s own part in two cells make its label', () => {
    expect(readLabels(`${fbaId}\tU000002\t${a}\n${fbaId}\tU000003\t${b}`)).toEqual([
      [box2, a],
      [box3, b],
    ])
  })
})

const readSequences = (text: string): [number | undefined, number | undefined][] =>
  parsePairingText(text).map((line) => [line.sequence, line.sequenceTotal])

const listIntegers = (integers: number[]): string =>
  integers.map((integer, i) => `${fbaId}\t${integer}\t${makeUps(i)}`).join('\n')

describe('sequences', () => {
  test.each(['3/20', '3 of 20', '3 / 20', '第3/20箱'])('%s is the third of twenty', (text) => {
    expect(readSequences(`${fbaId} ${text} ${a}`)).toEqual([[3, 20]])
  })

  test('a date is none', () => {
    expect(readSequences(`${fbaId} 2026/11/23 ${a}`)).toEqual([[undefined, undefined]])
  })

  test('padded whole numbers are sequences', () => {
    expect(readSequences(`${fbaId} 0003 ${a}`)).toEqual([[3, undefined]])
  })

  test('whole numbers that fill a shipment are sequences, weights and counts are not', () => {
    expect(readSequences(listIntegers([3, 1, 2, 5])).map(([sequence]) => sequence)).toEqual([3, 1, 2, 5])
    expect(readSequences(listIntegers([12, 13, 14])).map(([sequence]) => sequence)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(readSequences(listIntegers([20]))).toEqual([[undefined, undefined]])
    expect(readSequences(listIntegers([4, 4, 4, 4]))[0]).toEqual([undefined, undefined])
  })

  test('a heading makes whole numbers sequences, but not a lone one', () => {
    expect(readSequences(`箱号\t跟踪号\n14\t${a}\n15\t${b}`).map(([sequence]) => sequence)).toEqual([14, 15])
    expect(readSequences(`箱号\t跟踪号\n20\t${a}`)).toEqual([[undefined, undefined]])
  })

  test('row numbers that run on over shipments are none', () => {
    const text = `${fbaId}\t1\t${a}\n${fbaId}\t2\t${b}\n${otherFbaId}\t3\t${c}\n${otherFbaId}\t4\t${makeUps(4)}`
    expect(readSequences(text).every(([sequence]) => sequence === undefined)).toBe(true)
  })

  test('a numbered list counts as a sequence only where it is not in turn', () => {
    expect(readSequences(`1. ${a}\n2. ${b}`)).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
    expect(readSequences(`2. ${a}\n1. ${b}`)).toEqual([
      [2, undefined],
      [1, undefined],
    ])
  })
})

/** A row of WorldShip's export, invented but for its columns. */
const shipped = (voided: string, number: string, reference: string): string =>
  `${voided}|Ground|8KP3X2ABCDE|20261123|N|12.40|1|Amazon ONT8|Receiving|4950 Goodman Way||US|91752|Eastvale|CA||A1B2C3|27.3|${number}|${reference}||`
    .split('|')
    .map((cell) => `"${cell}"`)
    .join(',')

describe('a carrier’s list', () => {
  test('is read by its contents, with headings, totals and blank rows left out', () => {
    const { lines, skipped } = readPairingRows(
      toRows([
        ['UPS 跟踪号清单', null, null, null],
        ['下单日期', '箱号', '跟踪号', '毛重(kg)'],
        ['2026-11-22', box1, a, '12.4'],
        ['2026-11-22', box2, b, { type: 'number', raw: '13' }],
        [],
        ['合计', null, '2', '25.4'],
      ]),
      'UPS',
    )
    expect(lines).toEqual([
      {
        index: 0,
        place: { sheet: 'UPS', cell: 'C3' },
        raw: a,
        trackingId: { ok: true, value: a },
        boxId: box1,
        weightKg: 12.4,
      },
      {
        index: 1,
        place: { sheet: 'UPS', cell: 'C4' },
        raw: b,
        trackingId: { ok: true, value: b },
        boxId: box2,
        weightKg: 13,
      },
    ])
    expect(skipped).toEqual({ blank: 1, words: 3, voided: 0 })
  })

  test('weights in pounds are kilograms afterwards', () => {
    const lines = parsePairingText(`Box ID\tTracking Number\tWeight (lbs)\n${box1}\t${a}\t22`)
    expect(lines[0]!.weightKg).toBeCloseTo(9.979, 3)
  })

  test('the label may stand in a reference column', () => {
    const rows = toRows([
      ['Shipment ID', 'Tracking Number', 'Reference 1', 'Reference 2'],
      ['8KP3X2ABCDE', a, 'PO 20261123', box1],
      ['8KP3X2ABCDF', b, 'PO 20261124', box2],
    ])
    expect(readPairingRows(rows, 'x').lines.map((line) => [line.boxId, show(line)])).toEqual([
      [box1, a],
      [box2, b],
    ])
  })

  test('the heading decides between two columns of sound numbers', () => {
    const rows = toRows([
      ['Box ID', 'Return label', 'Tracking Number'],
      [box1, makeUps(1), a],
      [box2, makeUps(2), b],
    ])
    expect(readPairingRows(rows, 'x').lines.map(show)).toEqual([a, b])
  })

  test('a master number is not taken where there are others', () => {
    const named = toRows([
      ['Box ID', 'Master Tracking Number', 'UPS'],
      [box1, makeUps(1), a],
      [box2, makeUps(2), b],
    ])
    expect(readPairingRows(named, 'x').lines.map(show)).toEqual([a, b])
    const repeated = toRows([
      [box1, makeUps(1), a],
      [box2, makeUps(1), b],
    ])
    expect(readPairingRows(repeated, 'x').lines.map(show)).toEqual([a, b])
  })

  test('contents decide against a heading that may mean the Amazon Reference ID', () => {
    const rows = toRows([
      ['箱号', '追踪编号', '物流信息'],
      [box1, '4TB7K2Q9', a],
      [box2, '5TB7K2Q9', b],
    ])
    expect(readPairingRows(rows, 'x').lines.map(show)).toEqual([a, b])
  })

  test('between columns that look alike a heading that may mean the number decides, a plain one before it', () => {
    const readUnder = (headings: string[], left: string[]): string[] =>
      readPairingRows(toRows([headings, [box1, left[0]!, a], [box2, left[1]!, b]]), 'x').lines.map(show)
    const others = [makeUps(1), makeUps(2)]
    expect(readUnder(['箱号', '追踪编号', '物流信息'], others)).toEqual(others)
    expect(readUnder(['箱号', '追踪编号', '跟踪号'], others)).toEqual([a, b])
  })

  test('a plain heading decides where no courier knows the numbers', () => {
    const rows = toRows([
      ['箱号', '追踪编号', '跟踪号'],
      [box1, '4TB7K2Q9', 'UNI12345QX98'],
      [box2, '5TB7K2Q9', 'UNI12345QX99'],
    ])
    expect(readPairingRows(rows, 'x').lines.map(show)).toEqual(['UNI12345QX98', 'UNI12345QX99'])
  })

  test('where a plain heading and the contents disagree no number is taken', () => {
    const rows = toRows([
      ['Box ID', 'Tracking Number', '物流信息'],
      [box1, 'UNI12345QX98', a],
      [box2, 'UNI12345QX99', b],
    ])
    expect(readPairingRows(rows, 'x').lines.map(show)).toEqual(['several-numbers', 'several-numbers'])
  })

  test('where nothing decides between two columns no number is taken', () => {
    const rows = toRows([
      [box1, a, makeFedex(1)],
      [box2, b, makeFedex(2)],
    ])
    expect(readPairingRows(rows, 'x').lines.map(show)).toEqual(['several-numbers', 'several-numbers'])
  })

  test('a numeric cell is taken to 15 digits however it is spelt, and refused beyond', () => {
    const rows = toRows([
      [box1, { type: 'number', raw: '400014700213' }],
      [box2, { type: 'number', raw: '4.00014700213E11' }],
      [box3, { type: 'number', raw: '1234567890123450000' }],
    ])
    expect(readPairingRows(rows, 'x').lines.map(show)).toEqual([
      '400014700213',
      '400014700213',
      'too-many-digits',
    ])
  })

  test('a numeric cell that is a courier’s number only with a zero in front is refused, text is not padded', () => {
    // FedEx: digits 0 4 0 0 0 1 4 7 0 0 2 weighted 3 1 7 … sum to 32, modulo 11 is 10, so 0.
    const rows = toRows([
      [box1, { type: 'number', raw: '40001470020' }],
      [box2, '040001470020'],
    ])
    expect(readPairingRows(rows, 'x').lines.map(show)).toEqual(['leading-zero-lost', '040001470020'])
  })

  test('a numeric cell that is only shown with zeros in front is refused', () => {
    const rows = toRows([[box1, { type: 'number', raw: '12345678901', shown: '012345678901' }]])
    expect(readPairingRows(rows, 'x').lines.map(show)).toEqual(['leading-zero-lost'])
  })

  test('a column of dates or of error values is no column of numbers', () => {
    const error = { type: 'error' as const, raw: '#N/A' }
    const rows = toRows([
      [box1, { type: 'date', raw: '46349', shown: '2026-11-22' }, error, a],
      [box2, { type: 'date', raw: '46350', shown: '2026-11-23' }, error, b],
    ])
    expect(readPairingRows(rows, 'x').lines.map(show)).toEqual([a, b])
  })

  test('dates and error values in the column of numbers are problems with their cell', () => {
    const rows = toRows([
      [box1, a],
      [box2, { type: 'date', raw: '45000', shown: '2023-03-15' }],
      [box3, { type: 'error', raw: '#N/A' }],
    ])
    expect(readPairingRows(rows, 'x').lines.map((line) => [line.place, show(line)])).toEqual([
      [{ sheet: 'x', cell: 'B1' }, a],
      [{ sheet: 'x', cell: 'B2' }, 'looks-like-date'],
      [{ sheet: 'x', cell: 'B3' }, 'error-value'],
    ])
  })

  test('a label without a number keeps its row', () => {
    const rows = toRows([
      [box1, a],
      [box2, null],
    ])
    expect(readPairingRows(rows, 'x').lines.map((line) => [line.boxId, show(line)])).toEqual([
      [box1, a],
      [box2, 'empty'],
    ])
  })

  test('a WorldShip export without headings is read, its voided labels are not', () => {
    const text = [shipped('N', a, box1), shipped('Y', b, box2), shipped('N', c, box2)].join('\r\n')
    const { lines, skipped } = readPairingText(text)
    expect(lines.map((line) => [line.boxId, show(line)])).toEqual([
      [box1, a],
      [box2, c],
    ])
    expect(skipped.voided).toBe(1)
  })

  test('a shipment named above the table is that of its rows', () => {
    const rows = toRows([
      ['货件号', fbaId],
      ['箱号', '跟踪号'],
      ['1', a],
      ['2', b],
    ])
    expect(readPairingRows(rows, 'x').lines.map((line) => [line.fbaId, line.sequence, show(line)])).toEqual([
      [fbaId, 1, a],
      [fbaId, 2, b],
    ])
  })

  test('a grid of numbers without labels is not read across, but one row of them is', () => {
    expect(readNumbers(`${a}\t${b}\n${c}\t${makeUps(9)}`)).toEqual(['several-numbers', 'several-numbers'])
    expect(readNumbers(`${a}\t${b}\t${c}`)).toEqual([a, b, c])
  })

  test('a quote that is never closed swallows nothing', () => {
    expect(parsePairingText(`"${a}\n${b}\n${c}`).map((line) => [line.place, show(line)])).toEqual([
      [{ line: 1 }, a],
      [{ line: 2 }, b],
      [{ line: 3 }, c],
    ])
  })

  test('commas and line breaks inside quotes part nothing', () => {
    const text = `Reference 1,Tracking Number,Company\n${box1},${a},"Xingye, Ltd\nNingbo"\n${box2},${b},"A ""B"" C"`
    expect(parsePairingText(text).map((line) => [line.boxId, line.place, show(line)])).toEqual([
      [box1, { line: 2 }, a],
      [box2, { line: 4 }, b],
    ])
  })
})

test.each([
  ['USPS behind the ZIP', '420917619400190000014700000212', '9400190000014700000212'],
  ['FedEx out of 34 digits', '1000000000000009176100400014700213', '400014700213'],
  ['FedEx Ground out of 22 digits', '9611019612900014700219', '612900014700219'],
])('a list of barcodes instead of numbers gives the printed numbers: %s', (_name, code, printed) => {
  const [line] = parsePairingText(`${code}\n1ZA1B2C30300014703`)
  expect([line!.raw, show(line!)]).toEqual([code, printed])
})
