import type { LoadView } from '../../shared/contract/outputs.ts'
import { useFormats, useT } from '../i18n.ts'
import { ChipTabs } from '../ui/chip-tabs.tsx'
import { Switch } from '../ui/switch.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { countLoads, type LoadFilter, loadFilters } from './load-filter.ts'
import { setLoadFilter, useLoadList } from './load-list.ts'

interface LoadToolbarProps {
  loads: readonly LoadView[]
  /** False beside an open form, for want of room. */
  hasSwitch: boolean
}

/** What is still to do on the loads, with counts, and whether past ones are listed. */
export function LoadToolbar({ loads, hasSwitch }: LoadToolbarProps) {
  const t = useT()
  const { number } = useFormats()
  const { filter, showsPast } = useLoadList()
  return (
    <Toolbar
      end={
        hasSwitch && (
          <Switch
            isSelected={showsPast}
            onChange={(isOn) => useLoadList.setState({ showsPast: isOn, keptIds: new Set() })}
          >
            {t('loads.past')}
          </Switch>
        )
      }
    >
      <ChipTabs
        label={t('loads.filters')}
        tabs={loadFilters.map((id) => ({
          id,
          label: t(`loads.filter.${id}`),
          count: number(countLoads(loads, id)),
          ...(id === 'problems' && { status: 'error' }),
          ...(id !== 'all' && id !== 'problems' && { status: 'incomplete' }),
        }))}
        selectedId={filter}
        onSelect={(id) => setLoadFilter(id as LoadFilter)}
      />
    </Toolbar>
  )
}
