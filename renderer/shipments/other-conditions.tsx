import { useFormats, useT } from '../i18n.ts'
import { setConditions, setSearch, useShipmentScope } from '../shell/shipment-scope.ts'
import { type FilterChip, FilterChips } from '../ui/filter-chips.tsx'
import { narrowList, useShipmentList } from './shipment-rows.ts'

const longestShown = 16

const shorten = (text: string): string =>
  text.length <= longestShown ? text : `${text.slice(0, longestShown - 1)}…`

/** Conditions that stand in no list of the column. */
export function OtherConditions() {
  const t = useT()
  const { number } = useFormats()
  const { conditions, search } = useShipmentScope()
  const narrowing = useShipmentList((list) => list.narrowing)
  const chips: FilterChip[] = []
  const add = (id: string, text: string) =>
    chips.push({ id, text, removeLabel: t('shipments.removeFilter', { filter: text }) })

  const terms = search.split(/[,;，；、]+/).filter((term) => term.trim() !== '')
  if (terms.length > 1) add('search', t('shipments.searchingMany', { count: number(terms.length) }))
  else if (terms.length === 1) add('search', t('shipments.searching', { text: shorten(search.trim()) }))
  if (conditions.ids) add('ids', t('shipments.byId', { count: number(conditions.ids.length) }))
  if (narrowing)
    add('only', t('shipments.only', { label: narrowing.label, count: number(narrowing.ids.size) }))

  const remove = (id: string) => {
    const { ids: _, ...others } = conditions
    if (id === 'search') setSearch('')
    else if (id === 'ids') setConditions(others)
    else narrowList(null)
  }

  if (chips.length === 0) return null
  return (
    <div className="filter-chips">
      <FilterChips label={t('shipments.facets')} chips={chips} onRemove={remove} />
    </div>
  )
}
