import { Copy, List, Pencil, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LoadView } from '../../shared/contract/outputs.ts'
import { isOpenProblem } from '../../shared/domain/judge-load.ts'
import {
  describeLoadProblem,
  describeUnknown,
  formatFill,
  formatOn,
  formatTrip,
} from '../../shared/words/describe-load.ts'
import { useFormats, useT } from '../i18n.ts'
import { getChordText } from '../shell/key-map.ts'
import { isMac } from '../shell/use-keyboard.ts'
import { Button } from '../ui/button.tsx'
import { StatusShape } from '../ui/status-shape.tsx'
import { FillBar } from './fill-bar.tsx'
import { copyFbaIds, showShipmentsOf, takeBack } from './load-actions.ts'

interface LoadPanelProps {
  load: LoadView | undefined
  onEdit: () => void
}

/** The load under the cursor: what speaks against it, what is on it, and what can be done with it. */
export function LoadPanel({ load, onEdit }: LoadPanelProps) {
  const t = useT()
  if (!load) return <aside className="load-panel">{t('loads.panel.none')}</aside>
  return (
    <aside className="load-panel" aria-label={load.number} data-pane>
      <h2>
        <span className="ui-mono">{load.number}</span> {load.day} {load.fc}
      </h2>
      <div className="load-actions">
        <Button variant="primary" icon={<Pencil aria-hidden />} shortcut="Enter" onPress={onEdit}>
          {t('loads.panel.edit')}
        </Button>
        <Button
          icon={<List aria-hidden />}
          shortcut={getChordText('panel', isMac())}
          onPress={() => showShipmentsOf(load)}
        >
          {t('loads.panel.show')}
        </Button>
        <Button
          icon={<Copy aria-hidden />}
          shortcut={getChordText('copyMessage', isMac())}
          isDisabled={load.fbaIds.length === 0}
          onPress={() => void copyFbaIds(load, t)}
        >
          {t('loads.panel.copy')}
        </Button>
        <Button icon={<Undo2 aria-hidden />} onPress={() => void takeBack(load, t)}>
          {t('loads.panel.remove')}
        </Button>
      </div>
      <section>
        <h3>{t('loads.column.problems')}</h3>
        {load.problems.length === 0 && <p>{t('loads.panel.noProblem')}</p>}
        <ul className="load-problems">
          {load.problems.map((problem) => (
            <li key={JSON.stringify(problem)}>
              <StatusShape status={isOpenProblem(problem) ? 'error' : 'ready'} />
              <span>{describeLoadProblem(problem, load.reason, t)}</span>
            </li>
          ))}
        </ul>
      </section>
      <LoadFacts load={load} />
      <section>
        <h3>{t('loads.panel.fbaIds', { count: load.fbaIds.length })}</h3>
        <p className="load-ids ui-mono">{load.fbaIds.join(', ') || t('common.dash')}</p>
      </section>
    </aside>
  )
}

function LoadFacts({ load }: { load: LoadView }) {
  const t = useT()
  const { number } = useFormats()
  const { fill, caps, appointmentAt } = load
  const unknown = (['pallets', 'kg'] as const).map((measure) => describeUnknown(measure, fill, t))
  const dash = t('common.dash')
  const facts: readonly (readonly [name: string, value: ReactNode])[] = [
    [t('loads.column.carrier'), load.carrier],
    [
      t('loads.column.pallets'),
      <FillBar
        key="pallets"
        sum={fill.pallets}
        cap={caps.maxPallets}
        text={formatFill('pallets', fill, caps, number)}
      />,
    ],
    [t('loads.column.boxes'), formatFill('boxes', fill, caps, number)],
    [t('loads.column.kg'), formatFill('kg', fill, caps, number)],
    [t('loads.column.isa'), load.isa ?? dash],
    [t('loads.column.at'), appointmentAt === null ? dash : formatOn(appointmentAt, load.day)],
    [t('loads.column.trip'), formatTrip(load) || t('loads.panel.wholeDay')],
    [t('loads.column.vehicle'), load.vehicle ?? dash],
    [t('loads.column.driver'), load.driver ?? dash],
    ...(load.reason === null ? [] : [[t('loads.form.reason'), load.reason] as const]),
  ]
  return (
    <section>
      <dl className="load-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {unknown.map(
        (line) =>
          line && (
            <p key={line} className="data-note">
              {line}
            </p>
          ),
      )}
    </section>
  )
}
