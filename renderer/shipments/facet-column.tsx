import './facet-column.css'
import { useState } from 'react'
import type { ClockFacet } from '../../shared/domain/dated-view.ts'
import type { ReadinessReason } from '../../shared/domain/readiness.ts'
import type { ShipmentFacets } from '../../shared/domain/shipment-list.ts'
import { useFormats, useT } from '../i18n.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import { describeReason } from '../../shared/words/describe-problem.ts'
import { setConditions, useShipmentScope } from '../shell/shipment-scope.ts'
import { Button } from '../ui/button.tsx'
import { FacetList } from '../ui/facet-list.tsx'
import { FilterFoot } from './filter-foot.tsx'
import { OtherConditions } from './other-conditions.tsx'
import { chooseValues, type FacetName, facetNames, getFacetRows } from './shipment-conditions.ts'
import { useShipmentList } from './shipment-rows.ts'

const shownAtFirst = 8

function getValueWords(name: FacetName, value: string, t: Translate): string {
  if (name === 'reasons') return describeReason(value as ReadinessReason, t)
  if (name === 'clocks') return t(`validity.facet.${value as ClockFacet}`)
  if (name === 'modes' && value === 'unknown') return t('shipments.modeUnknown')
  return value === '' ? t('shipments.noValue') : value
}

function Facet({ name, facets }: { name: FacetName; facets: ShipmentFacets }) {
  const t = useT()
  const { number } = useFormats()
  const conditions = useShipmentScope((scope) => scope.conditions)
  const [isOpen, setIsOpen] = useState(false)
  const rows = getFacetRows(facets, conditions, name)
  const shown = isOpen ? rows : rows.filter((row, index) => index < shownAtFirst || row.isChosen)
  const hidden = rows.length - shown.length
  if (rows.length === 0) return null
  return (
    <div className="facet">
      <FacetList
        title={t(`shipments.facet.${name}`)}
        options={shown.map(({ value, count }) => ({
          id: value,
          label: getValueWords(name, value, t),
          count: number(count),
        }))}
        selectedIds={rows.filter((row) => row.isChosen).map(({ value }) => value)}
        onChange={(values) => setConditions(chooseValues(conditions, name, values))}
      />
      {(hidden > 0 || isOpen) && rows.length > shownAtFirst && (
        <Button variant="quiet" onPress={() => setIsOpen(!isOpen)}>
          {isOpen ? t('shipments.showLess') : t('shipments.showMore', { count: hidden })}
        </Button>
      )}
    </div>
  )
}

/** Every condition with its counts; what is chosen here is the filter. */
export function FacetColumn() {
  const t = useT()
  const facets = useShipmentList((list) => list.facets)
  return (
    <aside className="facet-column" aria-label={t('shipments.facets')} data-pane>
      <div className="facet-lists">
        <OtherConditions />
        {facets && facetNames.map((name) => <Facet key={name} name={name} facets={facets} />)}
      </div>
      <FilterFoot />
    </aside>
  )
}
