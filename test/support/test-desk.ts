import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach } from 'vitest'
import type { Engine } from '../../main/engine/engine.ts'
import type { CallInput, CallName, CallOutput } from '../../shared/contract/contract.ts'
import type { BoxView, CallProblem, DraftSummary } from '../../shared/contract/outputs.ts'
import type { ShipmentView } from '../../shared/domain/shipment-list.ts'
import { must, nextOpId, openTestEngine } from './engine-process.ts'
import { makeTempFolder } from './temp-folder.ts'

/** An engine on real files in a folder of its own, with the words a test needs. Closed when the test ends. */
export interface TestDesk {
  readonly folder: string
  readonly engine: Engine
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>
  /** The Problem of a call that must fail. */
  refused<N extends CallName>(name: N, input: CallInput<N>): Promise<CallProblem>
  close(): void
  /** Closes the engine and opens it anew on the same files. */
  restart(): void
  write(name: string, content: readonly string[] | Uint8Array): string
  offer(file: string): Promise<string>
  /** Opens a file as a draft, its columns accepted as proposed. */
  open(file: string, client?: string): Promise<DraftSummary>
  import(file: string, client?: string): Promise<CallOutput<'import.commit'>>
  rows(): Promise<ShipmentView[]>
  row(fbaId: string): Promise<ShipmentView>
  boxes(fbaId: string): Promise<BoxView[]>
  /** Everything a page can see of the data, as one text: equal texts, equal data. */
  dump(): Promise<string>
}

const open: Engine[] = []
afterEach(() => {
  for (const engine of open.splice(0)) engine.close()
})

export function openTestDesk(folder = makeTempFolder(), nowMs?: () => number): TestDesk {
  let engine = openTestEngine(folder, nowMs)
  open.push(engine)
  const call: TestDesk['call'] = (name, input) => must(engine, name, input)
  const desk: TestDesk = {
    folder,
    get engine() {
      return engine
    },
    call,
    async refused(name, input) {
      const answer = await engine.call(name, input)
      if (answer.ok) throw new Error(`${name} was not refused: ${JSON.stringify(answer.value)}`)
      return answer.problem
    },
    close() {
      open.splice(open.indexOf(engine), 1)
      engine.close()
    },
    restart() {
      desk.close()
      engine = openTestEngine(folder, nowMs)
      open.push(engine)
    },
    write(name, content) {
      const file = path.join(folder, name)
      writeFileSync(file, content instanceof Uint8Array ? content : `${content.join('\r\n')}\r\n`)
      return file
    },
    offer: async (file) => (await call('file.offer', { path: file })).token,
    async open(file, client) {
      const input = { files: [await desk.offer(file)], ...(client === undefined ? {} : { client }) }
      const [draft] = (await call('import.open', input)).drafts
      if (draft!.draftId === 0) return draft!
      return call('import.settle', { draftId: draft!.draftId, acceptsAll: true })
    },
    async import(file, client = '宁波星野') {
      const draft = await desk.open(file, client)
      if (draft.problem) throw new Error(JSON.stringify(draft.problem))
      return call('import.commit', { opId: nextOpId(), draftIds: [draft.draftId] })
    },
    rows: async () => (await call('shipment.page', { filter: {}, sort: null, offset: 0, limit: 2_000 })).rows,
    async row(fbaId) {
      const found = (await desk.rows()).find((row) => row.fbaId === fbaId)
      if (!found) throw new Error(`no shipment ${fbaId}`)
      return found
    },
    async boxes(fbaId) {
      const shipmentIds = [(await desk.row(fbaId)).id]
      return (await call('box.page', { filter: { shipmentIds }, offset: 0, limit: 2_000 })).rows
    },
    async dump() {
      const seen = [
        await desk.rows(),
        (await call('box.page', { filter: {}, offset: 0, limit: 2_000 })).rows,
        await call('client.list', {}),
        await call('carrier.list', {}),
        await call('rule.list', {}),
        await call('vehicle.list', {}),
        await call('driver.list', {}),
        await call('load.list', {}),
        await call('block.list', {}),
        await call('layout.list', {}),
        await call('import.list', {}),
        await call('import.drafts', {}),
        await call('export.list', {}),
      ]
      return seen.map((part) => JSON.stringify(part)).join('\n')
    },
  }
  return desk
}
