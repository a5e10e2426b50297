import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { nextOpId } from '../../support/engine-process.ts'
import { openTestDesk } from '../../support/test-desk.ts'

const head = 'FBA货件号,仓库代码,派送方式,箱数,备注\n'
const gbk = iconv.encode(`${head}FBA19T000001,ONT8,LTL,2,易碎\n`, 'gbk')
/** The second row was pasted from somewhere else. */
const mixed = Buffer.concat([gbk, Buffer.from('FBA19T000002,LAX9,LTL,1,请轻放\n')])

describe('a text that no encoding fits', () => {
  test('is a question with what it could be read as, and not imported before it is answered', async () => {
    const desk = openTestDesk()
    const draft = await desk.open(desk.write('mixed.csv', mixed), '宁波星野')
    expect(draft).toMatchObject({
      verdict: 'confirm',
      questions: 1,
      encoding: null,
      sheets: [],
      problem: { kind: 'file-refused', problem: { kind: 'unknown-encoding' } },
    })
    const gb = draft.encodings.find(({ encoding }) => encoding === 'gb18030')
    expect(gb?.rows[0]).toEqual(['FBA货件号', '仓库代码', '派送方式', '箱数', '备注'])
    const { failed } = await desk.call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
    expect(failed).toMatchObject([{ problem: { kind: 'file-refused' } }])
  })

  test('is read in the encoding that was chosen, its unreadable characters marked and counted', async () => {
    const desk = openTestDesk()
    const { draftId } = await desk.open(desk.write('mixed.csv', mixed), '宁波星野')
    const settled = await desk.call('import.settle', { draftId, encoding: 'gb18030' })
    expect(settled).toMatchObject({ problem: null, encoding: 'gb18030', client: '宁波星野' })
    const [notice] = settled.sheets[0]!.notices
    expect(notice).toMatchObject({ kind: 'unreadable-characters' })
    expect(settled.sheets[0]!.preview[1]!.cells[4]).toBe('易碎')
    desk.restart()
    expect((await desk.call('import.drafts', {})).drafts).toEqual([settled])
    await desk.call('import.commit', { opId: nextOpId(), draftIds: [draftId] })
    expect(await desk.row('FBA19T000002')).toMatchObject({ fc: 'LAX9' })
  })

  test('is still a question after a restart', async () => {
    const desk = openTestDesk()
    const draft = await desk.open(desk.write('mixed.csv', mixed), '宁波星野')
    desk.restart()
    expect((await desk.call('import.drafts', {})).drafts).toEqual([draft])
  })
})

describe('a text whose encoding was told', () => {
  test('can be read anew in another one', async () => {
    const desk = openTestDesk()
    const draft = await desk.open(desk.write('a.csv', gbk), '宁波星野')
    expect(draft).toMatchObject({ problem: null, encoding: 'gb18030' })
    const asBig5 = await desk.call('import.settle', { draftId: draft.draftId, encoding: 'big5' })
    expect(asBig5.encoding).toBe('big5')
    expect(asBig5.sheets[0]!.preview[0]!.cells[1]).not.toBe('仓库代码')
    const back = await desk.call('import.settle', { draftId: draft.draftId, encoding: 'gb18030' })
    expect(back).toEqual({ ...draft, encoding: 'gb18030' })
  })

  test('offers no choice where it makes no difference', async () => {
    const desk = openTestDesk()
    const draft = await desk.open(desk.write('a.csv', ['FBA Shipment ID,FC', 'FBA19T000001,ONT8']), 'A')
    expect(draft.encodings).toEqual([])
  })
})
