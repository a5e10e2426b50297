import type { ScanRefusal } from '../domain/scan/plan-scan.ts'
import type { ScanOutcome } from '../domain/scan/scan-session.ts'
import type { Translate } from '../locales/translate.ts'
import { getCourierName } from '../domain/number/courier-names.ts'

/** Box and number; by which label, where it is not the one that the box has now. */
export function describeStored(
  { boxId, trackingId, formerLabel }: Extract<ScanOutcome, { kind: 'stored' }>,
  t: Translate,
): string {
  const text = t('scan.stored', { boxId, number: trackingId })
  return formerLabel === undefined ? text : t('scan.storedByFormer', { text, label: formerLabel })
}

/** Why a scan was refused, and what to scan instead. */
export function describeScanRefusal(refusal: ScanRefusal, t: Translate): string {
  switch (refusal.kind) {
    case 'unreadable':
      return t('scan.refusal.unreadable', { text: refusal.text })
    case 'names-no-box':
      return t('scan.refusal.names-no-box', { fbaId: refusal.fbaId })
    case 'unknown-box':
    case 'number-expected':
      return t(`scan.refusal.${refusal.kind}`, { boxId: refusal.boxId })
    case 'other-shipment':
      return t('scan.refusal.other-shipment', {
        boxId: refusal.boxId,
        fbaId: refusal.fbaId,
        wantedFbaId: refusal.wantedFbaId,
      })
    case 'box-has-number':
      return t('scan.refusal.box-has-number', { boxId: refusal.boxId, number: refusal.trackingId })
    case 'used-elsewhere':
      return t('scan.refusal.used-elsewhere', { number: refusal.trackingId, fbaId: refusal.fbaId })
    case 'box-expected':
      return t('scan.refusal.box-expected', { number: refusal.trackingId })
    case 'check-digit':
      return t('scan.refusal.check-digit', {
        number: refusal.trackingId,
        courier: getCourierName(refusal.courier),
      })
    default:
      return refusal.courier === null
        ? t('scan.refusal.no-courier', { number: refusal.trackingId, carrier: refusal.carrier })
        : t('scan.refusal.other-courier', {
            number: refusal.trackingId,
            courier: getCourierName(refusal.courier),
            carrier: refusal.carrier,
          })
  }
}
