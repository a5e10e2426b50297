import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import './chip.css'
import { StatusShape, type StatusKind } from './status-shape.tsx'

export interface ChipTab {
  id: string
  label: string
  /** Already in the form the language wants. */
  count?: string | undefined
  status?: StatusKind | undefined
}

interface ChipTabsProps {
  label: string
  tabs: readonly ChipTab[]
  selectedId: string
  onSelect: (id: string) => void
}

/** Views of one list, of which one is on. */
export function ChipTabs({ label, tabs, selectedId, onSelect }: ChipTabsProps) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="ui-chips"
      disallowEmptySelection
      selectedKeys={[selectedId]}
      onSelectionChange={([id]) => onSelect(String(id))}
    >
      {tabs.map((tab) => (
        <ToggleButton key={tab.id} id={tab.id} className="ui-chip">
          {tab.status && <StatusShape status={tab.status} />}
          <span>{tab.label}</span>
          {tab.count !== undefined && <span className="ui-chip-count">{tab.count}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
