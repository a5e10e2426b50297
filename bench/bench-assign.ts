import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { computeCheckDigit } from '../shared/domain/number/check-digit.ts'
import { addShipments } from './bench-data.ts'
import { makeBenchFolder, must, nextOpId, openBenchEngine, openBenchStore } from './bench-engine.ts'
import { medianPair, time, type Measured } from './measure.ts'

const shipments = 10_000
const first = 810_000_000
const addBlock = `INSERT INTO number_blocks (carrier_id, width, first, last, next, check_method)
  VALUES (1, 9, ${first}, ${first + 99_999}, ${first}, 'luhn')`

/** Read + draw + update + change rows + ledger fsync, written by hand with prepared statements. */
async function measureFloor(): Promise<number> {
  const bench = makeBenchFolder()
  const store = openBenchStore(bench.database)
  addShipments(store, shipments, 0, 'LTL', false)
  store.sqlite.exec(addBlock)
  const { sqlite } = store
  const ledger = openSync(path.join(bench.folder, 'floor.log'), 'a')
  const { ms } = await time(() => {
    sqlite.exec('BEGIN IMMEDIATE')
    const rows = sqlite
      .prepare('SELECT id, carrier_id, pro FROM shipments WHERE pro IS NULL ORDER BY id')
      .all() as { id: number }[]
    const { lastInsertRowid: changeId } = sqlite
      .prepare(
        "INSERT INTO changes (op_id, command, label, at_ms, who, is_reversible, result) VALUES ('floor', 'assign', '{}', 0, '', 1, '{}')",
      )
      .run()
    sqlite.prepare('UPDATE number_blocks SET next = next + ?').run(rows.length)
    const issue = sqlite.prepare("INSERT INTO issued_numbers VALUES (?, 1, ?, 'floor')")
    const set = sqlite.prepare('UPDATE shipments SET carrier_id = 1, pro = ? WHERE id = ? AND pro IS NULL')
    const log = sqlite.prepare("INSERT INTO change_cells VALUES (?, 'shipment', ?, ?, NULL, ?)")
    rows.forEach(({ id }, index) => {
      const digits = String(first + index)
      const pro = digits + computeCheckDigit('luhn', digits)
      issue.run(pro, first + index)
      set.run(pro, id)
      log.run(changeId, id, 'carrierId', 1)
      log.run(changeId, id, 'pro', pro)
    })
    writeSync(ledger, `{"from":${first},"to":${first + rows.length - 1}}\n`)
    fsyncSync(ledger)
    sqlite.exec('COMMIT')
  })
  closeSync(ledger)
  store.close()
  bench.remove()
  return ms
}

async function measureProduct(): Promise<number> {
  const bench = makeBenchFolder()
  const store = openBenchStore(bench.database)
  addShipments(store, shipments, 0, 'LTL', false)
  store.sqlite.exec(addBlock)
  store.close()
  const engine = openBenchEngine(bench)
  const { ms, value } = await time(() =>
    must(engine, 'assign.apply', {
      opId: nextOpId(),
      filter: {},
      carrier: 'auto',
      blockId: null,
      wantsCarrier: true,
      wantsPro: true,
      except: [],
    }),
  )
  if (value.pros !== shipments) throw new Error('not every shipment got a number')
  engine.close()
  bench.remove()
  return ms
}

export async function benchAssign(): Promise<Measured> {
  const { ms, floorMs } = await medianPair(3, measureProduct, measureFloor)
  return {
    name: 'assign 10,000 carriers and PRO numbers',
    count: shipments,
    unit: 'shipments',
    ms,
    floor: {
      ms: floorMs,
      what: 'read + draw + update + change rows + ledger fsync by hand',
    },
    limit: { ratio: 2 },
  }
}
