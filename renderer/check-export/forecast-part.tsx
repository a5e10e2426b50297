import { Copy, SlidersHorizontal } from 'lucide-react'
import { useRef, useState } from 'react'
import './forecast.css'
import type { ForecastAnswer, ForecastView } from '../../shared/contract/outputs.ts'
import { getTranslate, type Translate } from '../../shared/locales/translate.ts'
import { formatClientMessage } from '../../shared/words/describe-forecast.ts'
import { describeProblem } from '../../shared/words/describe-problem.ts'
import type { GridHandle } from '../grid/grid-types.ts'
import { useFormats, useT } from '../i18n.ts'
import { useAnswer } from '../lists/use-answer.ts'
import { useCommand } from '../shell/commands.ts'
import { getChordText } from '../shell/key-map.ts'
import { useShipmentScope } from '../shell/shipment-scope.ts'
import { isMac } from '../shell/use-keyboard.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Select } from '../ui/select.tsx'
import { Toolbar } from '../ui/toolbar.tsx'
import { useArrival } from './check-part.ts'
import { copyMessage } from './copy-message.ts'
import { ForecastDetails } from './forecast-details.tsx'
import { ForecastGrid, getForecastKey } from './forecast-grid.tsx'
import { ForecastSettingsForm } from './forecast-settings-form.tsx'

/** Amazon's rate of missing tracking before Amazon counts it: clients, and of the one with the cursor what makes it. */
export function ForecastPart() {
  const t = useT()
  const grid = useRef<GridHandle>(null)
  const pickedIds = useShipmentScope((scope) => scope.pickedIds)
  const [isForPicked, setIsForPicked] = useState(false)
  const [chosenKey, setChosenKey] = useState('')
  const [isSetting, setIsSetting] = useState(false)
  const hasPicked = pickedIds.length > 0
  const filled = isForPicked && hasPicked ? { filled: [...pickedIds] } : {}
  const { value, problem } = useAnswer('forecast.run', filled)
  const chosen = value?.clients.find((each) => getForecastKey(each) === chosenKey) ?? value?.clients[0]
  useArrival(grid, value !== null)
  useCommand('copyMessage', () => {
    if (value && chosen) void copyFor(value, chosen, t)
  })

  if (problem) return <p className="check-problem">{describeProblem(problem, t)}</p>
  if (!value) return <div />
  if (!chosen) return <EmptyState>{t('forecast.empty')}</EmptyState>
  return (
    <div className="check-part">
      <div className="forecast-main">
        <Toolbar
          end={
            <>
              <Button icon={<SlidersHorizontal aria-hidden />} onPress={() => setIsSetting(true)}>
                {t('forecast.settings.open')}
              </Button>
              <Button
                variant="primary"
                icon={<Copy aria-hidden />}
                shortcut={getChordText('copyMessage', isMac())}
                onPress={() => void copyFor(value, chosen, t)}
              >
                {t('forecast.copy')}
              </Button>
            </>
          }
        >
          <WhatIfScope
            pickedCount={pickedIds.length}
            isForPicked={isForPicked && hasPicked}
            onChange={setIsForPicked}
          />
        </Toolbar>
        <div
          className="check-matrix forecast-grid"
          style={{ height: `calc(${value.clients.length + 1} * var(--row-height) + 1rem)` }}
          data-pane
        >
          <ForecastGrid gridRef={grid} answer={value} onRow={(each) => setChosenKey(getForecastKey(each))} />
        </div>
        <ForecastDetails forecast={chosen} settings={value.settings} on={value.on} />
      </div>
      {isSetting && <ForecastSettingsForm settings={value.settings} onClose={() => setIsSetting(false)} />}
    </div>
  )
}

/** All marketplaces of the client, in the client's language. */
function copyFor(
  { clients, on, settings }: ForecastAnswer,
  chosen: ForecastView,
  t: Translate,
): Promise<void> {
  const own = clients.filter(({ clientId }) => clientId === chosen.clientId)
  const text = formatClientMessage(own, on, settings.windowDays, getTranslate(chosen.language))
  return copyMessage(text, t('forecast.copied', { client: chosen.client }), t)
}

interface WhatIfScopeProps {
  pickedCount: number
  isForPicked: boolean
  onChange: (isForPicked: boolean) => void
}

/** Which shipments are taken to have their numbers in the what-if. */
function WhatIfScope({ pickedCount, isForPicked, onChange }: WhatIfScopeProps) {
  const t = useT()
  const { number } = useFormats()
  return (
    <div className="forecast-scope">
      <Select
        label={t('forecast.scope.label')}
        options={[
          { id: 'all', label: t('forecast.scope.all') },
          ...(pickedCount > 0
            ? [{ id: 'picked', label: t('forecast.scope.picked', { n: number(pickedCount) }) }]
            : []),
        ]}
        selectedId={isForPicked ? 'picked' : 'all'}
        onSelect={(id) => onChange(id === 'picked')}
      />
    </div>
  )
}
