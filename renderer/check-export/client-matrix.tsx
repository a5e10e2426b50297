import { useMemo } from 'react'
import type { ClientCheck } from '../../shared/contract/outputs.ts'
import { type ShipmentStatus, shipmentStatuses } from '../../shared/domain/readiness.ts'
import type { GridColumn } from '../grid/grid-types.ts'
import { type Formats, useFormats, useT } from '../i18n.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import { ListGrid } from '../lists/list-grid.tsx'
import { showShipments } from '../shell/shipment-scope.ts'
import { StatusShape } from '../ui/status-shape.tsx'
import { formatRate } from '../../shared/words/format-rate.ts'

interface ClientMatrixProps {
  /** The sum of all clients; its `clientId` is 0. */
  totals: ClientCheck
  clients: readonly ClientCheck[]
  /** The row with the cursor. */
  onRow: (check: ClientCheck) => void
}

export const isTotals = (check: ClientCheck): boolean => check.clientId === 0

/** Clients against statuses, all clients first; Enter on a number shows those shipments. */
export function ClientMatrix({ totals, clients, onRow }: ClientMatrixProps) {
  const t = useT()
  const formats = useFormats()
  const columns = useMemo(() => getColumns(t, formats), [t, formats])
  const rows = useMemo(() => [totals, ...clients], [totals, clients])
  return (
    <ListGrid
      name="check"
      label={t('checkExport.matrix.label')}
      columns={columns}
      rows={rows}
      getRowKey={({ clientId }) => String(clientId)}
      onRow={onRow}
      onOpen={openShipments}
    />
  )
}

const isStatus = (columnId: string): columnId is ShipmentStatus =>
  (shipmentStatuses as readonly string[]).includes(columnId)

function openShipments(check: ClientCheck, columnId: string): boolean {
  showShipments({
    ...(isTotals(check) ? {} : { clients: [check.client] }),
    ...(isStatus(columnId) ? { statuses: [columnId] } : {}),
  })
  return true
}

function getColumns(t: Translate, { number }: Formats): GridColumn<ClientCheck>[] {
  const getName = (check: ClientCheck) => (isTotals(check) ? t('checkExport.matrix.total') : check.client)
  const count = (
    id: ShipmentStatus | 'shipments',
    title: string,
    width: number,
  ): GridColumn<ClientCheck> => ({
    id,
    title,
    width,
    align: 'end',
    getText: (check) => number(check[id]),
    render: (check) => <Count check={check} id={id} text={number(check[id])} />,
    getTitle: (check) => (check[id] > 0 ? t('checkExport.matrix.openHint') : undefined),
  })
  return [
    {
      id: 'client',
      title: t('checkExport.matrix.client'),
      width: 150,
      isFrozen: true,
      getText: getName,
      render: (check) => (isTotals(check) ? <strong>{getName(check)}</strong> : getName(check)),
    },
    {
      id: 'missing',
      title: t('checkExport.matrix.missing'),
      width: 140,
      align: 'end',
      getText: (check) => formatMissing(check, t, number),
      getCellState: ({ missingNow }) => (missingNow.withGap > 0 ? 'gap' : undefined),
      getTitle: ({ missingNow }) =>
        t(missingNow.rate === null ? 'checkExport.matrix.noneOpen' : 'checkExport.matrix.missingHint'),
    },
    count('shipments', t('checkExport.matrix.shipments'), 90),
    ...shipmentStatuses.map((status) => count(status, t(`shipments.status.${status}`), 96)),
  ]
}

function formatMissing({ missingNow }: ClientCheck, t: Translate, number: Formats['number']): string {
  const { rate, withGap, open } = missingNow
  if (rate === null) return t('common.dash')
  return t('checkExport.matrix.missingRate', {
    rate: formatRate(rate),
    gap: number(withGap),
    open: number(open),
  })
}

interface CountProps {
  check: ClientCheck
  id: ShipmentStatus | 'shipments'
  text: string
}

/** A number that opens what it counts; with the keyboard the grid does it on Enter. */
function Count({ check, id, text }: CountProps) {
  if (check[id] === 0) return <span className="check-zero">0</span>
  return (
    <span className="check-count" onClick={() => openShipments(check, id)}>
      {id !== 'shipments' && <StatusShape status={id} />}
      {isTotals(check) ? <strong>{text}</strong> : text}
    </span>
  )
}
