import type { ReactNode } from 'react'
import './data-settings.css'
import { useT } from '../i18n.ts'
import { type DataPart, dataParts, setDataPart, useDataPart } from '../shell/data-part.ts'
import { Tabs } from '../ui/tabs.tsx'
import { BlocksPart } from './blocks-part.tsx'
import { CarriersPart } from './carriers-part.tsx'
import { ClientsPart } from './clients-part.tsx'
import { DriversPart } from './drivers-part.tsx'
import { HistoryPart } from './history-part.tsx'
import { LayoutsPart } from './layouts-part.tsx'
import { LookPart } from './look-part.tsx'
import { PolicyPart } from './policy-part.tsx'
import { RulesPart } from './rules-part.tsx'
import { VehiclesPart } from './vehicles-part.tsx'
import { WatchPart } from './watch-part.tsx'

const parts = {
  clients: <ClientsPart />,
  carriers: <CarriersPart />,
  vehicles: <VehiclesPart />,
  drivers: <DriversPart />,
  blocks: <BlocksPart />,
  rules: <RulesPart />,
  policy: <PolicyPart />,
  layouts: <LayoutsPart />,
  watch: <WatchPart />,
  history: <HistoryPart />,
  look: <LookPart />,
} satisfies Record<DataPart, ReactNode>

/** What the desk knows besides shipments, each list with its form. */
export function DataSettingsScreen() {
  const t = useT()
  const { part } = useDataPart()
  return (
    <div className="data-screen">
      <Tabs
        label={t('data.sections')}
        selectedId={part}
        onSelect={(id) => setDataPart(id as DataPart)}
        tabs={dataParts.map((id) => ({ id, title: t(`data.section.${id}`), content: parts[id] }))}
      />
    </div>
  )
}
