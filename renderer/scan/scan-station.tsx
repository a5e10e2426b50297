import './scan-station.css'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react'
import type { ScanShipment } from '../../shared/contract/outputs.ts'
import type { HeldScan } from '../../shared/domain/scan/plan-scan.ts'
import { useFormats, useT } from '../i18n.ts'
import { useCommand } from '../shell/commands.ts'
import { useCloseKey } from '../shell/use-sheet-keys.ts'
import { LiveRegion } from '../ui/live-region.tsx'
import { StatusShape } from '../ui/status-shape.tsx'
import { describeNews, getNewsStatus, isBadNews } from './describe-news.ts'
import { useScanSettings } from './scan-settings.ts'
import { closeScan, followScanned, nextShipment, takeScan, undoLast, useScan } from './scan-store.ts'
import { ScanTools } from './scan-tools.tsx'
import { useScanner } from './use-scanner.ts'

interface Target {
  caption: string
  id: string
}

/** The box in hand, or the one that is next. */
function useTarget(held: HeldScan | null, shipment: ScanShipment | null): Target {
  const t = useT()
  if (held?.kind === 'box') return { caption: t('scan.heldBox'), id: held.boxId }
  if (held) return { caption: t('scan.heldNumber'), id: held.trackingId }
  if (!shipment) return { caption: t('scan.start'), id: t('common.dash') }
  if (shipment.paired === shipment.boxes) return { caption: t('scan.complete'), id: shipment.fbaId }
  return { caption: t('scan.next'), id: shipment.nextBoxId ?? t('common.dash') }
}

/** Tab stays in the station: what lies below it is out of sight. */
function keepTabInside(event: KeyboardEvent<HTMLElement>): void {
  if (event.code !== 'Tab') return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('button, input:not(:disabled)')]
  const [first, last] = [stops[0], stops.at(-1)]
  const [edge, other] = event.shiftKey ? [first, last] : [last, first]
  const isOutside = !stops.includes(event.target as HTMLElement)
  if (event.target !== edge && !(isOutside && event.shiftKey)) return
  event.preventDefault()
  other?.focus()
}

function RecentScans() {
  const t = useT()
  const recent = useScan((scan) => scan.recent)
  return (
    <section className="scan-recent">
      <h3>{t('scan.recent')}</h3>
      {recent.length === 0 ? <p>{t('scan.noRecent')}</p> : null}
      <ol>
        {recent.map(({ scan, news }) => (
          <li key={scan} data-bad={isBadNews(news) || undefined}>
            <StatusShape status={getNewsStatus(news)} />
            {describeNews(news, false, t)}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Fills the window: box label and carrier label, one after the other, nothing to press. */
export function ScanStation({ onClosed }: { onClosed: () => void }) {
  const t = useT()
  const { number } = useFormats()
  const { session, shipment, news, scans, isComposing } = useScan()
  const { warnsOnly } = useScanSettings()
  const station = useRef<HTMLElement>(null)
  const target = useTarget(session.held, shipment)
  const text = describeNews(news, warnsOnly, t)
  const isBad = isBadNews(news)
  const count = shipment && { paired: number(shipment.paired), boxes: number(shipment.boxes) }

  useScanner(takeScan)
  useEffect(followScanned, [])
  const takeFocus = useEffectEvent(() => {
    station.current?.focus()
    return () => onClosed()
  })
  useEffect(() => takeFocus(), [])
  useCloseKey(closeScan)
  useCommand('scan', closeScan)
  useCommand('undo', () => void undoLast())

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    keepTabInside(event)
    if (event.code !== 'PageDown') return
    event.preventDefault()
    nextShipment()
  }
  // Words that are said twice must differ, or they are said once.
  const said = scans % 2 === 0 ? text : `${text}\u00a0`
  return (
    <section
      ref={station}
      className="scan-station"
      role="dialog"
      aria-modal="true"
      aria-label={t('scan.title')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className="scan-head">
        <p className="scan-shipment">
          {shipment
            ? t('scan.shipment', {
                fbaId: shipment.fbaId,
                client: shipment.client,
                carrier: shipment.carrier ?? t('scan.noCarrier'),
              })
            : t('scan.title')}
        </p>
        <ScanTools onClose={closeScan} />
      </header>
      <div className="scan-target" data-held={session.held !== null || undefined}>
        <p>{target.caption}</p>
        <p className="scan-id">{target.id}</p>
        {count && (
          <p className="scan-count" aria-label={t('scan.countLabel', count)}>
            {t('scan.count', count)}
          </p>
        )}
      </div>
      <p className="scan-news" data-bad={isBad || undefined} data-kind={news.kind}>
        <StatusShape status={getNewsStatus(news)} />
        {text}
      </p>
      <p className="scan-composing">{isComposing ? t('scan.composing') : ''}</p>
      <RecentScans />
      <footer className="scan-keys">{t('scan.keys')}</footer>
      <LiveRegion polite={isBad || scans === 0 ? '' : said} assertive={isBad ? said : ''} />
    </section>
  )
}
