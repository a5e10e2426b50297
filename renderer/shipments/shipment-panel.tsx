import './shipment-panel.css'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../shared/contract/contract.ts'
import { ruleTests } from '../../shared/domain/rule-pack/rule-tests.ts'
import type { ShipmentView } from '../../shared/domain/shipment-list.ts'
import { useFormats, useT } from '../i18n.ts'
import { describeReason, describeReasonFix, formatFieldName } from '../../shared/words/describe-problem.ts'
import { ask } from '../shell/ask.ts'
import { letThrough } from '../shell/let-through.ts'
import { useCloseKey } from '../shell/use-sheet-keys.ts'
import { Button } from '../ui/button.tsx'
import { LevelMark } from '../ui/level-mark.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { ShipmentValidity } from './shipment-validity.tsx'

type Origin = CallOutput<'shipment.provenance'>['cells'][number]

const originWords = ['assign', 'edit', 'import', 'reissue', 'verify'] as const
const getOriginWord = (command: string) => originWords.find((word) => word === command) ?? 'other'

const noOrigins: readonly Origin[] = []

/** Read again whenever the row is another one or has changed. */
function useOrigins(row: ShipmentView | undefined): readonly Origin[] {
  const [read, setRead] = useState({ id: 0, origins: noOrigins })
  useEffect(() => {
    if (!row) return undefined
    let isCurrent = true
    const load = async () => {
      const answer = await ask('shipment.provenance', { id: row.id })
      if (isCurrent && answer.ok) setRead({ id: row.id, origins: answer.value.cells })
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [row])
  return row?.id === read.id ? read.origins : noOrigins
}

function OriginList({ origins }: { origins: readonly Origin[] }) {
  const t = useT()
  const { dateTime } = useFormats()
  if (origins.length === 0) return <p className="shipment-panel-hint">{t('shipments.panel.noOrigin')}</p>
  return (
    <dl className="shipment-origins">
      {origins.map(({ field, who, atMs, source, command }) => (
        <div key={field}>
          <dt>{formatFieldName(field, t)}</dt>
          <dd>
            {source === null
              ? t('shipments.panel.typed', {
                  who,
                  when: dateTime(atMs),
                  what: t(`shipments.panel.originWhat.${getOriginWord(command)}`),
                })
              : t('shipments.panel.imported', { when: dateTime(atMs), source })}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const levels = [
  ['reasons', 'block'],
  ['warnings', 'warn'],
  ['letThrough', 'letThrough'],
  ['infos', 'info'],
] as const

function ReasonList({ row }: { row: ShipmentView }) {
  const t = useT()
  if (row.isHistory) return <p>{t('shipments.panel.history')}</p>
  if (row.replacedBy !== null) return <p>{t('validity.replacedBy', { fbaId: row.replacedBy })}</p>
  if (row.programme !== 'own')
    return <p>{t('shipments.panel.exempt', { programme: t(`shipments.programme.${row.programme}`) })}</p>
  const said = levels.flatMap(([list, level]) => row[list].map((reason) => ({ reason, level })))
  return (
    <>
      {row.reasons.length === 0 && <p>{t('shipments.panel.allGood')}</p>}
      <ul className="shipment-reasons">
        {said.map(({ reason, level }) => (
          <li key={reason} data-level={level}>
            <span className="shipment-reason-head">
              <strong>{describeReason(reason, t)}</strong>
              <LevelMark level={level} label={t(`rules.level.${level}`)} />
            </span>
            <span>{describeReasonFix(reason, t)}</span>
            {level === 'block' && ruleTests[reason].getValue && (
              <Button variant="quiet" onPress={() => void letThrough([row.id], reason, 1, t)}>
                {t('rules.ask.letThroughTitle')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

interface ShipmentPanelProps {
  row: ShipmentView | undefined
  onClose: () => void
  onShowBoxes: (row: ShipmentView) => void
}

/** The shipment under the cursor: what keeps it, what to do, and where every value came from. */
export function ShipmentPanel({ row, onClose, onShowBoxes }: ShipmentPanelProps) {
  const t = useT()
  const origins = useOrigins(row)
  useCloseKey(onClose)
  return (
    <SidePanel
      title={row ? t('shipments.panel.title', { fbaId: row.fbaId }) : t('shipments.tool.panel')}
      closeLabel={t('common.close')}
      onClose={onClose}
      keepsFocus
      footer={row && <Button onPress={() => onShowBoxes(row)}>{t('shipments.panel.boxes')}</Button>}
    >
      {row ? (
        <div className="shipment-panel" tabIndex={0} role="group" aria-label={row.fbaId}>
          <p className="shipment-panel-head">
            <StatusBadge status={row.status} label={t(`shipments.status.${row.status}`)} isTinted />
            <span>{row.client}</span>
          </p>
          <section>
            <h3>{t('shipments.panel.reasons')}</h3>
            <ReasonList row={row} />
          </section>
          <ShipmentValidity row={row} />
          <section>
            <h3>{t('shipments.panel.origin')}</h3>
            <OriginList origins={origins} />
          </section>
        </div>
      ) : (
        <p>{t('shipments.panel.none')}</p>
      )}
    </SidePanel>
  )
}
