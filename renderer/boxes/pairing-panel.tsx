import './pairing-panel.css'
import { FileInput } from 'lucide-react'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { GridHandle } from '../grid/grid-types.ts'
import { useFormats, useT } from '../i18n.ts'
import { useDropTarget } from '../shell/drop-target.ts'
import { useSheetKeys } from '../shell/use-sheet-keys.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import { AlignmentGrid } from './alignment-grid.tsx'
import { getAlignedRows, getLabelledRows, isDifference } from './alignment-rows.ts'
import { MismatchList } from './mismatch-list.tsx'
import { offerList, pairList, pickList, write } from './pair-list.ts'
import { answerEntries } from './pairing-answers.ts'
import { PairingFacts } from './pairing-facts.tsx'
import {
  answerPairing,
  canMove,
  closePairing,
  countWritable,
  emptyPairing,
  setOverwrites,
  settleEntries,
  usePairing,
} from './pairing-sheet.ts'

interface ListEntryProps {
  onRead: (list: { text: string }) => void
  onPick: () => void
}

/** Where a list comes in by keyboard; pasting and dropping work anywhere in the panel. */
function ListEntry({ onRead, onPick }: ListEntryProps) {
  const t = useT()
  const [text, setText] = useState('')
  const isBlank = text.trim() === ''
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code !== 'Enter' || !event.ctrlKey || isBlank) return
    event.preventDefault()
    onRead({ text })
  }
  return (
    <div className="pairing-source">
      <TextField
        label={t('boxes.pairing.list')}
        hint={t('boxes.pairing.listHint')}
        rows={8}
        isMono
        value={text}
        onChange={setText}
        onKeyDown={onKeyDown}
      />
      <div className="pairing-source-tools">
        <Button isDisabled={isBlank} onPress={() => onRead({ text })}>
          {t('boxes.pairing.readTyped')}
        </Button>
        <Button icon={<FileInput aria-hidden />} onPress={onPick}>
          {t('boxes.pairing.pick')}
        </Button>
      </div>
    </div>
  )
}

/** A list of numbers and the boxes it is for, side by side, until they agree. */
export function PairingPanel({ onDone }: { onDone: () => void }) {
  const t = useT()
  const { number } = useFormats()
  const sheet = usePairing()
  const { view, source, boxes, entries, overwrites, carriers, lists, answers } = sheet
  const grid = useRef<GridHandle>(null)
  const count = countWritable(sheet)
  const isMovable = canMove(sheet)
  // One number for all boxes stands in many rows: none of them is a line of its own.
  const hasLines = view !== null && view.rule !== 'same-on-all'
  const rows = useMemo(() => {
    if (!view) return []
    return isMovable ? getAlignedRows(view, boxes, entries) : getLabelledRows(view)
  }, [view, isMovable, boxes, entries])
  const facts = useMemo(() => {
    const numbers = new Map(view?.numbers.map((each) => [each.index, each]))
    return {
      getNumber: (index: number) => numbers.get(index)?.trackingId ?? null,
      getText: (index: number) => numbers.get(index)?.text ?? '',
      carriers,
    }
  }, [view, carriers])

  const firstDifference = rows.findIndex(isDifference)
  const showFirstDifference = useEffectEvent(() =>
    grid.current?.moveTo(Math.max(0, firstDifference), 'number'),
  )
  // A new list moves the cursor; what is done to it does not.
  useEffect(() => {
    if (lists > 0) showFirstDifference()
  }, [lists])

  const run = () => {
    if (count.write > 0) void write(t, onDone)
  }
  useSheetKeys(run, closePairing)
  useDropTarget(t('boxes.pairing.drop'), ([file]) => {
    if (file) void offerList(file, t, onDone)
  })

  // What is pasted anywhere in the panel is a list, whatever has the focus.
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (text.trim() === '') return
    event.preventDefault()
    event.stopPropagation()
    void pairList({ text }, t, onDone)
  }

  return (
    <div className="pairing-panel" data-pane onPasteCapture={onPaste}>
      <SidePanel
        title={t('boxes.pairing.title')}
        closeLabel={t('common.close')}
        onClose={closePairing}
        footer={
          view ? (
            <>
              <Button onPress={emptyPairing}>{t('boxes.pairing.again')}</Button>
              <Button variant="primary" shortcut="Ctrl+Enter" isDisabled={count.write === 0} onPress={run}>
                {t('boxes.pairing.write', { write: number(count.write), of: number(count.of) })}
              </Button>
            </>
          ) : undefined
        }
      >
        <PairingFacts sheet={sheet} />
        {source === null ? (
          <ListEntry
            onRead={(list) => void pairList(list, t, onDone)}
            onPick={() => void pickList(t, onDone)}
          />
        ) : (
          view && (
            <>
              <MismatchList mismatches={view.mismatches} facts={facts} canMove={isMovable} />
              <Checkbox isSelected={overwrites} onChange={(isOn) => void setOverwrites(isOn)}>
                {t('boxes.pairing.overwrite')}
              </Checkbox>
              <AlignmentGrid
                gridRef={grid}
                rows={rows}
                entries={entries}
                onMove={isMovable ? (moved) => void settleEntries(moved) : undefined}
                onEntries={hasLines ? (typed) => answerPairing(answerEntries(answers, typed)) : undefined}
              />
              {hasLines && (
                <p className="pairing-keys">
                  {t(isMovable ? 'boxes.pairing.keys' : 'boxes.pairing.keysByLabel')}
                </p>
              )}
            </>
          )
        )}
      </SidePanel>
    </div>
  )
}
