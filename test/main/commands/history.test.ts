import { expect, test } from 'vitest'
import { nextOpId } from '../../support/engine-process.ts'
import { addCarriers, assignAll, writeFreightFile, writeParcelFile } from '../../support/sample-files.ts'
import { openTestDesk } from '../../support/test-desk.ts'

test('every step can be undone and done again across restarts, with the same data at each', async () => {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  const steps: string[] = [await desk.dump()]
  const remember = async () => void steps.push(await desk.dump())
  await desk.import(writeFreightFile(desk.folder, 'a.csv', 3))
  await remember()
  await desk.import(writeParcelFile(desk.folder, 'b.csv', 1, 2))
  await remember()
  await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
  await remember()
  const edits = [{ id: 1, field: 'note' as const, text: '加急' }]
  await desk.call('shipment.edit', { opId: nextOpId(), edits, gesture: 'edit' })
  await remember()
  const box = { id: 7, field: 'trackingId' as const, text: '1ZA1B2C30300014703' }
  await desk.call('box.edit', { opId: nextOpId(), edits: [box], gesture: 'edit' })
  await remember()

  /** Drawn numbers stay drawn, and a client that had a file stays a client. */
  const getData = (dump: string) => dump.replaceAll(/^\{"(?:blocks|clients)".*$/gm, '')
  const last = steps.length - 1
  for (let at = last; at > 0; at--) {
    expect([at, getData(await desk.dump())]).toEqual([at, getData(steps[at]!)])
    await desk.call('history.undo', { opId: nextOpId() })
    desk.restart()
  }
  for (let at = 0; at < last; at++) {
    expect([at, getData(await desk.dump())]).toEqual([at, getData(steps[at]!)])
    await desk.call('history.redo', { opId: nextOpId() })
    desk.restart()
  }
  expect(getData(await desk.dump())).toBe(getData(steps[last]!))
  const { entries } = await desk.call('history.list', {})
  expect(entries.map(({ kind, command }) => `${kind} ${command}`).slice(0, 10)).toEqual([
    'redo edit-boxes',
    'redo edit',
    'redo assign',
    'redo import',
    'redo import',
    'undo import',
    'undo import',
    'undo assign',
    'undo edit',
    'undo edit-boxes',
  ])
  expect(entries.every(({ who, isUndone }) => who === 'tester' && !isUndone)).toBe(true)
})

test('files imported at once are undone at once', async () => {
  const desk = openTestDesk()
  const files = [writeFreightFile(desk.folder, 'a.csv', 2), writeParcelFile(desk.folder, 'b.csv', 1, 2)]
  const draftIds: number[] = []
  for (const file of files) draftIds.push((await desk.open(file, '宁波星野')).draftId)
  await desk.call('import.commit', { opId: nextOpId(), draftIds })
  expect((await desk.call('app.state', {})).undo).toMatchObject({ command: 'import', label: { batch: 2 } })
  await desk.call('history.undo', { opId: nextOpId() })
  expect(await desk.rows()).toEqual([])
  await desk.call('history.redo', { opId: nextOpId() })
  expect(await desk.rows()).toHaveLength(3)
})

test('undoing an import keeps what got a number or was edited since, and counts it', async () => {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', 3))
  await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: { ids: [1] } })
  await desk.call('export.run', { opId: nextOpId() })
  await desk.call('history.undo', { opId: nextOpId() })
  const undone = await desk.call('history.undo', { opId: nextOpId() })
  // Two shipments and their four boxes go; the exported one stays with its two.
  expect(undone).toMatchObject({ command: 'import', kept: 3 })
  expect((await desk.rows()).map((row) => row.fbaId)).toEqual(['FBA19T000001'])
})

test('the same undo again takes nothing further back', async () => {
  const desk = openTestDesk()
  await desk.import(writeFreightFile(desk.folder, 'a.csv', 1))
  await desk.import(writeFreightFile(desk.folder, 'b.csv', 1, 2))
  const opId = nextOpId()
  const first = await desk.call('history.undo', { opId })
  expect(await desk.call('history.undo', { opId })).toEqual(first)
  expect(await desk.rows()).toHaveLength(1)
})

test('after something new there is nothing to do again, and with nothing done there is nothing to undo', async () => {
  const desk = openTestDesk()
  expect(await desk.refused('history.undo', { opId: nextOpId() })).toEqual({ kind: 'nothing-to-undo' })
  await desk.import(writeFreightFile(desk.folder, 'a.csv', 1))
  await desk.call('history.undo', { opId: nextOpId() })
  await desk.import(writeFreightFile(desk.folder, 'b.csv', 1, 2))
  expect(await desk.refused('history.redo', { opId: nextOpId() })).toEqual({ kind: 'nothing-to-redo' })
  expect(await desk.call('app.state', {})).toMatchObject({ undo: { command: 'import' }, redo: null })
})
