import { Search } from 'lucide-react'
import type { KeyboardEvent, RefObject } from 'react'
import {
  Autocomplete,
  Dialog,
  Input,
  type Key,
  ListBox,
  ListBoxItem,
  Popover,
  TextField,
  useFilter,
} from 'react-aria-components'
import { type ImportField, importFields } from '../../shared/domain/sheet/import-field.ts'
import type { LayoutColumn } from '../../shared/domain/sheet/sheet-layout.ts'
import { useT } from '../i18n.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { formatFieldName } from '../../shared/words/describe-problem.ts'
import { formatColumnLetter } from './column-letter.ts'

interface FieldPickerProps {
  anchor: RefObject<HTMLElement | null>
  column: LayoutColumn
  /** All columns of the sheet, to say which fields are taken. */
  columns: readonly LayoutColumn[]
  onPick: (field: ImportField | null) => void
  onClose: () => void
}

const words = [getTranslate('zh-CN'), getTranslate('en')]
const extraId = 'extra'

/** All fields in one searchable list; they are found by their name in either language. */
export function FieldPicker({ anchor, column, columns, onPick, onClose }: FieldPickerProps) {
  const t = useT()
  const { contains } = useFilter({ sensitivity: 'base' })
  const owners = new Map(columns.map(({ field, index }) => [field, index]))
  const options = importFields.map((field) => {
    const owner = owners.get(field)
    const isOther = owner !== undefined && owner !== column.index
    return {
      id: field,
      name: formatFieldName(field, t),
      search: words.map((word) => formatFieldName(field, word)).join(' '),
      hint: isOther ? t('import.chip.usedBy', { letter: formatColumnLetter(owner) }) : '',
    }
  })
  const extra = {
    id: extraId,
    name: t('import.chip.keepExtra'),
    search: t('import.chip.keepExtra'),
    hint: '',
  }
  const pick = (id: Key) => onPick(id === extraId ? null : (id as ImportField))
  /** Esc closes at once; the search field would keep the first one for itself. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }

  return (
    <Popover
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      placement="bottom start"
      offset={2}
      className="ui-list-popover import-picker"
    >
      <Dialog aria-label={t('import.chip.choose')} className="import-picker-dialog">
        <div onKeyDownCapture={onKeyDown}>
          <Autocomplete filter={contains}>
            <TextField
              aria-label={t('import.chip.search')}
              className="ui-field import-picker-search"
              autoFocus
            >
              <div className="ui-control">
                <Search aria-hidden />
                <Input className="ui-input" placeholder={t('import.chip.search')} spellCheck={false} />
              </div>
            </TextField>
            {/* The search field keeps the focus, so the list scrolls in a region of its own. */}
            <div
              className="import-picker-scroll"
              tabIndex={0}
              role="group"
              aria-label={t('import.chip.choose')}
            >
              <ListBox
                aria-label={t('import.chip.choose')}
                className="ui-list import-picker-list"
                items={[extra, ...options]}
                selectionMode="single"
                selectedKeys={[column.field ?? extraId]}
                onAction={pick}
                // With something selected a click selects and is no action; on the selected one it selects nothing.
                onSelectionChange={(keys) => {
                  const [id] = keys === 'all' ? [] : keys
                  pick(id ?? column.field ?? extraId)
                }}
                renderEmptyState={() => <div className="ui-list-empty">{t('import.chip.noField')}</div>}
              >
                {({ name, search, hint }) => (
                  <ListBoxItem className="ui-option" textValue={search}>
                    <span className="ui-option-text">{name}</span>
                    {hint !== '' && <span className="ui-option-hint">{hint}</span>}
                  </ListBoxItem>
                )}
              </ListBox>
            </div>
          </Autocomplete>
        </div>
      </Dialog>
    </Popover>
  )
}
