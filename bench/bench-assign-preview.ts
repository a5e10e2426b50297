import { addShipments } from './bench-data.ts'
import { makeBenchFolder, must, nextOpId, openBenchEngine, openBenchStore } from './bench-engine.ts'
import { median, time, type Measured } from './measure.ts'

const shipments = 20_000
const targets = 5_000
const rules = 20
/** On file, with the other shipments on them. */
const loads = 2_000

/** What a page waits for at every change of the open sheet: the plan of 5,000 of 20,000 shipments, its counts and rows in view. */
export async function benchAssignPreview(): Promise<Measured> {
  const bench = makeBenchFolder()
  const store = openBenchStore(bench.database)
  addShipments(store, shipments, 0, 'LTL', false)
  store.sqlite.exec(`
    UPDATE shipments SET carrier_id = NULL, fc = 'ONT8', gross_weight_kg = 100 + id % 400, pallet_count = 1 + id % 7;
    UPDATE shipments SET pro = 'OLD-' || id WHERE id > ${targets};
    INSERT INTO loads (id, number, carrier_id, fc, day, max_pallets)
      SELECT id, 'OLD-' || id, 1, 'ONT8', '2020-01-01', 28 FROM shipments WHERE id <= ${loads};
    UPDATE shipments SET load_id = 1 + id % ${loads} WHERE id > ${targets};
    INSERT INTO number_blocks (carrier_id, width, first, last, next, check_method)
      VALUES (1, 9, 810000000, 819999999, 810000000, 'luhn')`)
  store.close()
  const engine = openBenchEngine(bench)
  for (let n = 0; n < rules; n++)
    await must(engine, 'rule.save', {
      opId: nextOpId(),
      clientId: null,
      fc: n === rules - 1 ? null : `XX${n}`,
      amazonMode: 'LTL',
      weightFromKg: 50,
      carrierId: 1,
    })
  const ids = Array.from({ length: targets }, (_, index) => index + 1)
  const rowIds = ids.slice(2_000, 2_200)
  const preview = async () => {
    const { ms, value } = await time(() =>
      must(engine, 'assign.preview', {
        filter: { ids },
        carrier: 'auto',
        blockId: null,
        wantsCarrier: true,
        wantsPro: true,
        wantsLoad: true,
        except: [],
        rowIds,
      }),
    )
    if (
      value.outcomes.fills !== targets ||
      value.rows.length !== rowIds.length ||
      value.pros !== targets ||
      value.loads.length === 0
    )
      throw new Error('the preview is not of every shipment')
    return ms
  }
  // The page opens the sheet once and changes it many times.
  await preview()
  const ms = await median(5, preview)
  engine.close()
  bench.remove()
  return {
    name: 'preview assigning 5,000 of 20,000',
    count: targets,
    unit: 'shipments',
    ms,
    floor: null,
    limit: { ms: 100 },
  }
}
