import { getCourierName } from '../domain/number/courier-names.ts'
import type { Mismatch } from '../domain/pairing/pairing.ts'
import type { TrackingLine } from '../domain/pairing/tracking-line.ts'
import type { Translate } from '../locales/translate.ts'

/** Where a list and the boxes do not agree, and what to do. Numbers are counted from 1 in the order of the list. */
export function describeMismatch(mismatch: Mismatch, t: Translate): string {
  switch (mismatch.kind) {
    case 'fewer-numbers':
      return t(
        isSettled(mismatch) ? 'problems.mismatch.fewer-numbers-by-label' : 'problems.mismatch.fewer-numbers',
        { missing: mismatch.missing },
      )
    case 'more-numbers':
      return mismatch.duplicateIndexes.length === 0
        ? t('problems.mismatch.more-numbers', { extra: mismatch.extra })
        : t('problems.mismatch.more-numbers-twice', {
            extra: mismatch.extra,
            lines: formatLines(mismatch.duplicateIndexes),
          })
    case 'number-twice':
      return t('problems.mismatch.number-twice', {
        number: mismatch.trackingId,
        lines: formatLines(mismatch.indexes),
      })
    case 'master-number':
      return t('problems.mismatch.master-number', { number: mismatch.trackingId })
    case 'used-elsewhere':
      return t(
        isSettled(mismatch) ? 'problems.mismatch.used-elsewhere-moved' : 'problems.mismatch.used-elsewhere',
        {
          line: mismatch.index + 1,
          number: mismatch.trackingId,
          fbaId: mismatch.fbaId,
        },
      )
    case 'check-digit':
      return t(isSettled(mismatch) ? 'problems.mismatch.check-digit-kept' : 'problems.mismatch.check-digit', {
        line: mismatch.index + 1,
        courier: getCourierName(mismatch.courier),
      })
    case 'other-courier':
      return mismatch.courier === null
        ? t('problems.mismatch.no-courier', { line: mismatch.index + 1 })
        : t(
            isSettled(mismatch) ? 'problems.mismatch.other-courier-kept' : 'problems.mismatch.other-courier',
            {
              line: mismatch.index + 1,
              courier: getCourierName(mismatch.courier),
            },
          )
    case 'box-has-number':
      return t(
        isSettled(mismatch)
          ? 'problems.mismatch.box-has-number-replaced'
          : 'problems.mismatch.box-has-number',
        {
          line: mismatch.index + 1,
          before: mismatch.before,
          after: mismatch.after,
        },
      )
    case 'order-reversed':
      return t('problems.mismatch.order-reversed')
    case 'too-many-boxes':
      return t('problems.mismatch.too-many-boxes', {
        fbaId: mismatch.fbaId,
        boxes: mismatch.boxes,
        limit: mismatch.limit,
      })
    case 'unknown-box-id':
      return t('problems.mismatch.unknown-box-id', { line: mismatch.index + 1, boxId: mismatch.boxId })
    case 'unknown-shipment':
      return t('problems.mismatch.unknown-shipment', { line: mismatch.index + 1, fbaId: mismatch.fbaId })
    case 'damaged-number':
      return t('problems.mismatch.damaged-number', {
        line: mismatch.index + 1,
        place: formatPlace(mismatch.place, t),
        problem: t(`problems.number.${mismatch.problem.kind}`),
      })
    case 'box-id-twice':
      return t('problems.mismatch.box-id-twice', {
        boxId: mismatch.boxId ?? t('problems.mismatch.unnamed'),
        lines: formatLines(mismatch.indexes),
      })
    case 'no-boxes':
      return t('problems.mismatch.no-boxes', { fbaId: mismatch.fbaId })
    case 'weight-differs':
      return t('problems.mismatch.weight-differs', { boxes: mismatch.boxRowIds.length })
    case 'former-label':
      return t('problems.mismatch.former-label', { lines: formatLines(mismatch.indexes) })
    case 'unlabelled':
      return t('problems.mismatch.unlabelled', { lines: formatLines(mismatch.indexes) })
    default:
      return t('problems.mismatch.box-count-differs', {
        counted: mismatch.counted,
        fbaId: mismatch.fbaId,
        boxes: mismatch.boxes,
      })
  }
}

/** A person has said what becomes of it. */
const isSettled = ({ level }: Mismatch): boolean => level === 'warn'

/** The first few of them, `3, 7, 12 …`. */
const formatLines = (indexes: readonly number[]): string =>
  indexes
    .slice(0, 5)
    .map((index) => index + 1)
    .join(', ') + (indexes.length > 5 ? ' …' : '')

const formatPlace = (place: TrackingLine['place'], t: Translate): string =>
  'line' in place
    ? t('problems.mismatch.atLine', { line: place.line })
    : t('problems.mismatch.atCell', { sheet: place.sheet, cell: place.cell })
