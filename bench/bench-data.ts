import type { Store } from '../db/store.ts'
import { applyChange } from '../db/change-log.ts'
import { takeRowIds } from '../db/row-ids.ts'
import type { CellValue } from '../shared/domain/patch.ts'
import { computeCheckDigit } from '../shared/domain/number/check-digit.ts'
import { ok } from '../shared/result.ts'
import { nextOpId } from './bench-engine.ts'

export const getFbaId = (index: number): string => `FBA19${index.toString(36).toUpperCase().padStart(7, '0')}`
export const getBoxId = (fbaId: string, index: number): string => `${fbaId}U${String(index).padStart(6, '0')}`

/** UPS numbers with right check digits. */
export function getTrackingId(index: number): string {
  const body = `A1B2C303${String(index).padStart(7, '0')}`
  return `1Z${body}${computeCheckDigit('w12', body)}`
}

/** A client's box list as clients send them: eight columns, a row per box. */
export function makeBoxCsv(shipments: number, boxesEach: number): string {
  const lines = ['FBA货件号,FBA箱号,仓库代码,派送方式,单箱毛重kg,参考号,客户单号,备注']
  for (let s = 0; s < shipments; s++) {
    const fbaId = getFbaId(s)
    const reference = `4TB${s.toString(36).toUpperCase().padStart(5, '0')}`
    for (let b = 1; b <= boxesEach; b++)
      lines.push(`${fbaId},${getBoxId(fbaId, b)},ONT8,SPD,12.4,${reference},XY-${s},`)
  }
  return `${lines.join('\r\n')}\r\n`
}

/** Shipments and boxes straight into the tables; `paired` gives every box its number. */
export function addShipments(
  store: Store,
  shipments: number,
  boxesEach: number,
  mode: 'SPD' | 'LTL',
  paired: boolean,
) {
  const applied = applyChange<null, never>(
    store,
    { opId: nextOpId(), command: 'bench', label: {}, who: 'bench', nowMs: 1 },
    () => {
      const clientId = takeRowIds(store, 'client', 1)
      const accountId = takeRowIds(store, 'account', 1)
      const carrierId = takeRowIds(store, 'carrier', 1)
      const firstShipment = takeRowIds(store, 'shipment', shipments)
      let boxRowId = takeRowIds(store, 'box', shipments * boxesEach)
      const shipmentRows: CellValue[][] = []
      const boxRows: CellValue[][] = []
      for (let s = 0; s < shipments; s++) {
        const fbaId = getFbaId(s)
        shipmentRows.push([
          firstShipment + s,
          fbaId,
          accountId,
          mode,
          boxesEach,
          mode === 'SPD' ? carrierId : null,
        ])
        for (let b = 1; b <= boxesEach; b++) {
          const tracking = paired ? getTrackingId(s * boxesEach + b) : null
          boxRows.push([boxRowId++, firstShipment + s, b, getBoxId(fbaId, b), tracking])
        }
      }
      const isParcel = mode === 'SPD'
      const carrier = [
        carrierId,
        isParcel ? 'UPS' : '自营车队',
        isParcel ? 'parcel' : 'own_fleet',
        isParcel ? 'per_box' : 'per_shipment',
        isParcel ? 'ups' : null,
      ]
      return ok({
        patch: {
          cells: [],
          inserts: [
            { entity: 'client', fields: ['id', 'name'], rows: [[clientId, '宁波星野']] },
            { entity: 'account', fields: ['id', 'clientId'], rows: [[accountId, clientId]] },
            { entity: 'carrier', fields: ['id', 'name', 'kind', 'strategy', 'courier'], rows: [carrier] },
            {
              entity: 'shipment',
              fields: ['id', 'fbaId', 'accountId', 'amazonMode', 'declaredBoxCount', 'carrierId'],
              rows: shipmentRows,
            },
            { entity: 'box', fields: ['id', 'shipmentId', 'position', 'boxId', 'trackingId'], rows: boxRows },
          ],
        },
        result: null,
      })
    },
  )
  if (!applied.ok) throw new Error('bench data were not stored')
}
