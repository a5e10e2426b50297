import type { ReactNode } from 'react'
import './check-export.css'
import { useT } from '../i18n.ts'
import { useCommand } from '../shell/commands.ts'
import { Tabs } from '../ui/tabs.tsx'
import { type CheckPart, checkParts, goToPart, showPart, useCheckPart } from './check-part.ts'
import { ClientCheck } from './client-check.tsx'
import { ForecastPart } from './forecast-part.tsx'
import { ModesPart } from './modes-part.tsx'

const contents: Record<CheckPart, ReactNode> = {
  check: <ClientCheck />,
  forecast: <ForecastPart />,
  modes: <ModesPart />,
}

/** What stands between the shipments and Amazon: readiness and export, the rate of missing tracking, modes. */
export function CheckExportScreen() {
  const t = useT()
  const part = useCheckPart((place) => place.part)
  useCommand('forecast', () => goToPart('forecast'))
  useCommand('modes', () => goToPart('modes'))
  return (
    <div className="check-screen">
      <Tabs
        label={t('checkExport.parts')}
        selectedId={part}
        onSelect={(id) => showPart(id as CheckPart)}
        tabs={checkParts.map((id) => ({ id, title: t(`checkExport.part.${id}`), content: contents[id] }))}
      />
      {part !== 'check' && <ExportElsewhere />}
    </div>
  )
}

/** F9 shows the plan first, from wherever it is pressed. */
function ExportElsewhere() {
  useCommand('export', () => showPart('check'))
  return null
}
