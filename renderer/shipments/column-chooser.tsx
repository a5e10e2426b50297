import { Columns3 } from 'lucide-react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useT } from '../i18n.ts'
import { ToolButton } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { optionalColumnIds } from './shipment-column-ids.ts'
import { setShownColumn, useShownColumns } from './shown-columns.ts'

/** Which of the optional columns stand in the grid; every choice shows at once. */
export function ColumnChooser() {
  const t = useT()
  const shown = useShownColumns((state) => state.shown)
  return (
    <DialogTrigger>
      <ToolButton icon={<Columns3 aria-hidden />} label={t('validity.columns')} />
      <Popover placement="bottom end" offset={4}>
        <Dialog className="look-menu" aria-label={t('validity.columns')}>
          {optionalColumnIds.map((columnId) => (
            <Checkbox
              key={columnId}
              isSelected={shown.includes(columnId)}
              onChange={(isShown) => setShownColumn(columnId, isShown)}
            >
              {t(`shipments.column.${columnId}`)}
            </Checkbox>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
