import { PanelRight } from 'lucide-react'
import { useFormats, useT } from '../i18n.ts'
import { type CommandName, runCommand } from '../shell/commands.ts'
import { getChordText } from '../shell/key-map.ts'
import { setConditions, useShipmentScope } from '../shell/shipment-scope.ts'
import { isMac } from '../shell/use-keyboard.ts'
import { Button, ToolButton } from '../ui/button.tsx'
import { ChipTabs } from '../ui/chip-tabs.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { ColumnChooser } from './column-chooser.tsx'
import { countInView, getView, type ViewName, viewNames, withView } from './shipment-conditions.ts'
import { useShipmentList } from './shipment-rows.ts'

const tools = ['check', 'export', 'assign'] as const satisfies readonly CommandName[]

/** The views of the list with their counts, and the tools that act on it where a sheet leaves room for them. */
export function ShipmentToolbar({ hasTools }: { hasTools: boolean }) {
  const t = useT()
  const { number } = useFormats()
  const conditions = useShipmentScope((scope) => scope.conditions)
  const facets = useShipmentList((list) => list.facets)
  return (
    <Toolbar
      end={
        hasTools && (
          <>
            <ColumnChooser />
            <ToolButton
              icon={<PanelRight aria-hidden />}
              label={t('common.command.panel')}
              shortcut={getChordText('panel', isMac())}
              onPress={() => runCommand('panel')}
            />
            {tools.map((tool) => (
              <Button
                key={tool}
                variant={tool === 'assign' ? 'primary' : 'plain'}
                shortcut={getChordText(tool, isMac())}
                onPress={() => runCommand(tool)}
              >
                {t(`shipments.tool.${tool}`)}
              </Button>
            ))}
          </>
        )
      }
    >
      <ChipTabs
        label={t('shipments.views')}
        tabs={viewNames.map((view) => ({
          id: view,
          label: t(`shipments.view.${view}`),
          count: facets ? number(countInView(facets, view)) : undefined,
          status: view === 'all' ? undefined : view,
        }))}
        selectedId={getView(conditions) ?? ''}
        onSelect={(view) => setConditions(withView(conditions, view as ViewName))}
      />
    </Toolbar>
  )
}
