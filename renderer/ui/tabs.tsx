import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import './tabs.css'

export interface TabItem {
  id: string
  title: string
  count?: string | undefined
  content: ReactNode
}

interface TabsProps {
  label: string
  tabs: readonly TabItem[]
  selectedId: string
  onSelect: (id: string) => void
}

export function Tabs({ label, tabs, selectedId, onSelect }: TabsProps) {
  return (
    <AriaTabs className="ui-tabs" selectedKey={selectedId} onSelectionChange={(id) => onSelect(String(id))}>
      <TabList className="ui-tab-list" aria-label={label}>
        {tabs.map(({ id, title, count }) => (
          <Tab key={id} id={id} className="ui-tab">
            {title}
            {count !== undefined && <span className="ui-tab-count">{count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="ui-tab-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
