import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../../main/files/read-table.ts'
import type { ReadOptions } from '../../../main/files/table-sink.ts'
import { headingAliases } from '../../../shared/domain/sheet/heading-aliases.ts'
import type { EncodingPreview } from '../../../shared/domain/sheet/text-encodings.ts'
import { getCells, readBytes } from './table-fixtures.ts'

const getEncoding = async (bytes: Buffer) => (await readBytes(bytes)).facts?.encoding

async function readPreviews(bytes: Buffer, options?: ReadOptions): Promise<Map<string, string[][]>> {
  let found: EncodingPreview[] = []
  const sink = {
    rows() {},
    sheet() {},
    encodings(previews: EncodingPreview[]) {
      found = previews
    },
  }
  await readTable({ bytes }, sink, options)
  return new Map(found.map(({ encoding, rows }) => [encoding, rows]))
}

describe('Big5', () => {
  const big5 = (text: string) => iconv.encode(text, 'big5')
  const gbk = (text: string) => iconv.encode(text, 'gbk')

  test('is read where the headings are headings only in it', async () => {
    const bytes = big5('貨件編號,箱數,倉庫代碼\nFBA15TB8M3X9,3,ONT8\n')
    const outcome = await readBytes(bytes)
    expect(outcome.facts).toMatchObject({ encoding: 'big5' })
    expect(getCells(outcome)[0]).toEqual(['貨件編號', '箱數', '倉庫代碼'])
  })

  test('is read without any heading where its characters are the common ones', async () => {
    const text = '寄件公司,台北市大安區忠孝東路四段\n收件公司,新北市板橋區文化路一段\n'
    expect(await getEncoding(big5(text))).toBe('big5')
  })

  test('is not read where GB18030 has the headings or the common characters', async () => {
    expect(await getEncoding(gbk('货件编号,箱数\nFBA15TB8M3X9,3\n'))).toBe('gb18030')
    expect(await getEncoding(gbk('宁波甬顺货运代理有限公司,浙江省宁波市北仑区明州路\n'))).toBe('gb18030')
    expect(await getEncoding(gbk('貨件編號,箱數\nFBA15TB8M3X9,3\n'))).toBe('gb18030')
    expect(await getEncoding(gbk('寄件公司,台北市大安區忠孝東路四段\n收件公司,新北市\n'))).toBe('gb18030')
  })

  test('is not read for a few characters that no heading explains', async () => {
    expect(await getEncoding(gbk('鑫鑫,1\n'))).toBe('gb18030')
    expect(await getEncoding(big5('王,1\n'))).toBe('gb18030')
  })

  test('takes no heading of the dictionary from GB18030', async () => {
    const headings = Object.values(headingAliases).flatMap(({ zh }) => zh)
    const wrong: string[] = []
    for (const heading of headings) {
      if (/\p{Script=Han}/u.test(heading) && (await getEncoding(gbk(`${heading},x\n1,2\n`))) !== 'gb18030')
        wrong.push(heading)
    }
    expect(headings.length).toBeGreaterThan(200)
    expect(wrong).toEqual([])
  })
})

test('GBK characters that happen to be valid UTF-8 are GBK where a heading says so', async () => {
  expect(await getEncoding(iconv.encode('状态,1\n', 'gbk'))).toBe('gb18030')
  expect(await getEncoding(Buffer.from('José,1\n'))).toBe('utf-8')
  expect(await getEncoding(Buffer.from('\uFEFFstate,ط¬\n'))).toBe('utf-8')
})

describe('a text in no encoding that could be told', () => {
  const mixed = Buffer.concat([iconv.encode('货件号,备注\nFBA1,易碎\n', 'gbk'), Buffer.from('FBA2,请轻放\n')])

  test('shows its telling rows in every candidate before it is refused', async () => {
    const previews = await readPreviews(mixed)
    expect([...previews.keys()]).toEqual(['utf-8', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252'])
    expect(previews.get('gb18030')!.slice(0, 2)).toEqual([
      ['货件号', '备注'],
      ['FBA1', '易碎'],
    ])
    expect(previews.get('utf-8')!.at(-1)).toEqual(['FBA2', '请轻放'])
  })

  test('shows the row that breaks the encoding, however late it comes', async () => {
    const bytes = Buffer.concat([
      iconv.encode('货件号,备注\n'.repeat(5_000), 'gbk'),
      Buffer.from('José,x\n', 'latin1'),
    ])
    expect((await readPreviews(bytes)).get('windows-1252')!.at(-1)).toEqual(['José', 'x'])
  })

  test('is read in the chosen one, with what is not in it marked where that is allowed', async () => {
    expect((await readBytes(mixed, { encoding: 'gb18030' })).problem).toEqual({ kind: 'unknown-encoding' })
    const outcome = await readBytes(mixed, { encoding: 'gb18030', marksUnreadable: true })
    expect(outcome.facts!.encoding).toBe('gb18030')
    expect(getCells(outcome)[1]).toEqual(['FBA1', '易碎'])
    expect(getCells(outcome)[2]![1]).toContain('\uFFFD')
  })
})

test('a text that reads the same in every encoding offers none to choose from', async () => {
  expect((await readPreviews(Buffer.from('a,b\n1,2\n'))).size).toBe(0)
  expect((await readPreviews(iconv.encode('货件号,1\n', 'utf-16le', { addBOM: true }))).size).toBe(0)
})
