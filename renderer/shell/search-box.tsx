import { Search } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { useT } from '../i18n.ts'
import { TextField } from '../ui/text-field.tsx'
import { runCommand, useCommand } from './commands.ts'
import { getChordText } from './key-map.ts'
import { goTo, useNavigation } from './navigation.ts'
import { setSearch, useShipmentScope } from './shipment-scope.ts'
import { isMac } from './use-keyboard.ts'

/** Shipments and boxes can be searched; from any other screen a search leads to the shipments. */
function showFound(): void {
  const { screen } = useNavigation.getState()
  if (screen !== 'boxes') goTo('shipments')
}

export function SearchBox() {
  const t = useT()
  const search = useShipmentScope((scope) => scope.search)
  const input = useRef<HTMLInputElement>(null)

  useCommand('search', () => {
    input.current?.focus()
    input.current?.select()
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && search !== '') {
      event.preventDefault()
      setSearch('')
    } else if (event.key === 'Enter') {
      // Else the line break would go into the cell that gets the focus.
      event.preventDefault()
      showFound()
      runCommand('focusGrid')
    }
  }

  // A field of one line would drop the line breaks and so join the ids of a pasted column into one.
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain').trim()
    if (!/[\r\n]/.test(text)) return
    event.preventDefault()
    setSearch(text.split(/\s*[\r\n]+\s*/).join(', '))
    showFound()
  }

  return (
    <div role="search" className="search-box" onPasteCapture={onPaste}>
      <TextField
        label={t('common.search.label')}
        isLabelHidden
        placeholder={t('common.search.placeholder')}
        icon={<Search aria-hidden />}
        shortcut={getChordText('search', isMac())}
        value={search}
        onChange={setSearch}
        inputRef={input}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
