import type { ShipmentView } from '../../shared/domain/shipment-list.ts'
import { describeClock, describeDueCheck } from '../../shared/words/describe-clock.ts'
import { useT } from '../i18n.ts'
import { runCommand } from '../shell/commands.ts'
import { getChordText } from '../shell/key-map.ts'
import { isMac } from '../shell/use-keyboard.ts'
import { Button } from '../ui/button.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { getClockKind } from './clock-cell.tsx'

function Chain({ row }: { row: ShipmentView }) {
  const t = useT()
  if (row.chain.length === 0) return null
  return (
    <>
      <h4>{t('validity.panel.chain')}</h4>
      <ol className="shipment-chain">
        {row.chain.map((fbaId) => (
          <li key={fbaId} aria-current={fbaId === row.fbaId || undefined}>
            {fbaId}
          </li>
        ))}
      </ol>
    </>
  )
}

/** How long the ID is good, what was seen at Amazon, and the IDs of the same goods. */
export function ShipmentValidity({ row }: { row: ShipmentView }) {
  const t = useT()
  const kind = getClockKind(row)
  const line = describeClock(row.clock, t)
  const { finding, verifiedOn, verifiedBy, dueCheck } = row
  return (
    <section>
      <h3>{t('validity.panel.title')}</h3>
      {row.replacedBy === null && <p>{kind ? <StatusBadge status={kind} label={line} /> : line}</p>}
      <p className="shipment-panel-hint">
        {finding === null
          ? t('validity.panel.notLookedUp')
          : t('validity.panel.found', {
              finding: t(`validity.finding.${finding}`),
              on: verifiedOn ?? '',
              who: verifiedBy ?? '',
            })}
      </p>
      {dueCheck !== null && (
        <p>
          <StatusBadge status="incomplete" label={describeDueCheck(dueCheck, t)} />
        </p>
      )}
      <Chain row={row} />
      {row.replacedBy === null && (
        <p className="shipment-validity-tools">
          <Button shortcut={getChordText('verify', isMac())} onPress={() => runCommand('verify')}>
            {t('validity.verify.command')}
          </Button>
          <Button shortcut={getChordText('reissue', isMac())} onPress={() => runCommand('reissue')}>
            {t('validity.reissue.command')}
          </Button>
        </p>
      )}
    </section>
  )
}
