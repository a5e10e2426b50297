import type { LoadView } from '../../shared/contract/outputs.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import {
  describeLoadProblem,
  describeUnknown,
  formatFill,
  formatOn,
  formatTrip,
} from '../../shared/words/describe-load.ts'
import type { CellState, GridColumn } from '../grid/grid-types.ts'
import type { Formats } from '../i18n.ts'
import { FillBar } from './fill-bar.tsx'
import { hasOpenProblem } from './load-filter.ts'

type Column = GridColumn<LoadView>

export const describeLoadProblems = ({ problems, reason }: LoadView, t: Translate): string =>
  problems.map((problem) => describeLoadProblem(problem, reason, t)).join(t('loads.between'))

const getProblemState = (load: LoadView): CellState | undefined =>
  hasOpenProblem(load) ? 'error' : undefined

export function getLoadColumns(t: Translate, { number }: Formats): Column[] {
  const title = (id: string) => ({ id, title: t(`loads.column.${id as 'number'}`) })
  /** What is still missing is marked as a gap and said; a copy has a blank. */
  const wanted = (id: string, width: number, getText: (load: LoadView) => string): Column => ({
    ...title(id),
    width,
    getText,
    getCellState: (load) => (getText(load) === '' ? 'gap' : undefined),
    render: (load) => getText(load) || <span className="load-missing">{t('loads.missing')}</span>,
  })
  const fill = (
    id: 'pallets' | 'boxes' | 'kg',
    cap: 'maxPallets' | 'maxBoxes' | 'maxKg',
    width: number,
  ): Column => {
    const getText = (load: LoadView) => formatFill(id, load.fill, load.caps, number)
    return {
      ...title(id),
      width,
      align: 'end',
      getText,
      render: (load) => <FillBar sum={load.fill[id]} cap={load.caps[cap]} text={getText(load)} />,
      getTitle: (load) => describeUnknown(id, load.fill, t),
    }
  }
  return [
    {
      ...title('number'),
      width: 118,
      isFrozen: true,
      isMono: true,
      getText: (load) => load.number,
      getCellState: getProblemState,
      getTitle: (load) => describeLoadProblems(load, t) || undefined,
    },
    { ...title('day'), width: 92, getText: ({ day }) => day },
    { ...title('fc'), width: 64, getText: ({ fc }) => fc },
    wanted('at', 116, ({ appointmentAt, day }) =>
      appointmentAt === null ? '' : formatOn(appointmentAt, day),
    ),
    wanted('vehicle', 108, ({ vehicle }) => vehicle ?? ''),
    wanted('driver', 100, ({ driver }) => driver ?? ''),
    fill('pallets', 'maxPallets', 92),
    fill('boxes', 'maxBoxes', 84),
    fill('kg', 'maxKg', 120),
    { ...title('shipments'), width: 96, align: 'end', getText: (load) => number(load.fill.shipments) },
    {
      ...title('problems'),
      width: 240,
      getText: (load) => describeLoadProblems(load, t),
      getTitle: (load) => describeLoadProblems(load, t) || undefined,
      getCellState: getProblemState,
    },
    { ...wanted('isa', 112, ({ isa }) => isa ?? ''), isMono: true },
    { ...title('trip'), width: 130, getText: formatTrip },
    { ...title('carrier'), width: 130, getText: ({ carrier }) => carrier },
  ]
}
