import { useT } from '../i18n.ts'
import { getChordText } from '../shell/key-map.ts'
import { clearFilter, useShipmentScope } from '../shell/shipment-scope.ts'
import { isMac } from '../shell/use-keyboard.ts'
import { Button } from '../ui/button.tsx'
import { applyFilter, useShipmentList } from './shipment-rows.ts'

/** At the foot of the column, where they move nothing: the list is no longer what the filter finds; clear the filter. */
export function FilterFoot() {
  const t = useT()
  const isOutdated = useShipmentList((list) => list.isOutdated)
  const hasFilter = useShipmentScope(
    ({ conditions, search }) => search !== '' || Object.keys(conditions).length > 0,
  )
  if (!isOutdated && !hasFilter) return null
  return (
    <div className="filter-foot">
      {isOutdated && (
        <>
          <p>{t('shipments.outdated')}</p>
          <Button shortcut={getChordText('refresh', isMac())} onPress={() => void applyFilter()}>
            {t('shipments.refresh')}
          </Button>
        </>
      )}
      {hasFilter && (
        <Button variant="quiet" shortcut={t('shipments.clearFilterKey')} onPress={clearFilter}>
          {t('shipments.clearFilter')}
        </Button>
      )}
    </div>
  )
}
