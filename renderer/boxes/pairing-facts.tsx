import type { PairingView } from '../../shared/contract/outputs.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { useFormats, useT } from '../i18n.ts'
import { isLabelled, usePairing } from './pairing-sheet.ts'

type Sheet = ReturnType<typeof usePairing.getState>

/** Blank lines, headings and voided rows go by themselves, and it is said. */
function describeSkipped({ skipped }: PairingView, t: Translate): string {
  return (['blank', 'words', 'voided'] as const)
    .filter((kind) => skipped[kind] > 0)
    .map((kind) => t(`boxes.pairing.skipped.${kind}`, { count: skipped[kind] }))
    .join(t('common.listSeparator'))
}

/** Which boxes are meant, how the carrier's numbers stand on them, and what was read. */
export function PairingFacts({ sheet }: { sheet: Sheet }) {
  const t = useT()
  const { number } = useFormats()
  const { view, source, shipment } = sheet
  const labelled = view !== null && isLabelled(view)
  const skipped = view ? describeSkipped(view, t) : ''
  const { carrier = null, strategy = null } = view?.target ?? {}
  return (
    <div>
      <p className="pairing-target">
        {labelled
          ? t('boxes.pairing.byLabel')
          : shipment
            ? t('boxes.pairing.target', { fbaId: shipment.fbaId })
            : t('boxes.pairing.noTarget')}
      </p>
      {carrier !== null && strategy !== null && (
        <p className="pairing-read">
          {t('boxes.pairing.strategyOf', { carrier, strategy: t(`boxes.pairing.strategy.${strategy}`) })}
        </p>
      )}
      {source && view && (
        <p className="pairing-read" role="status">
          {'name' in source
            ? t('boxes.pairing.readFile', { name: source.name, count: number(view.numbers.length) })
            : t('boxes.pairing.read', { count: number(view.numbers.length) })}
          {skipped !== '' && t('boxes.pairing.leftOut', { what: skipped })}
        </p>
      )}
      {view?.moves.map(({ boxRowId, fbaId, trackingId }) => (
        <p key={boxRowId} className="pairing-read">
          {t('boxes.pairing.moves', { number: trackingId, fbaId })}
        </p>
      ))}
    </div>
  )
}
