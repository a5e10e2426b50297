import { type ReactNode, useState } from 'react'
import './data-settings.css'
import { useT } from '../i18n.ts'
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
} satisfies Record<string, ReactNode>

type Part = keyof typeof parts
const partIds = Object.keys(parts) as Part[]

/** The part last looked at is shown again. */
let lastPart: Part = 'clients'

/** What the desk knows besides shipments, each list with its form. */
export function DataSettingsScreen() {
  const t = useT()
  const [part, setPart] = useState(lastPart)
  return (
    <div className="data-screen">
      <Tabs
        label={t('data.sections')}
        selectedId={part}
        onSelect={(id) => {
          lastPart = id as Part
          setPart(lastPart)
        }}
        tabs={partIds.map((id) => ({ id, title: t(`data.section.${id}`), content: parts[id] }))}
      />
    </div>
  )
}
