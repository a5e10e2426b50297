import { Copy } from 'lucide-react'
import type { ModeRow } from '../../shared/contract/outputs.ts'
import type { ModeMark } from '../../shared/domain/mode-desk.ts'
import { amazonModes, roadModes } from '../../shared/domain/shipment.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { describeMark, describeModeCase, formatModeMessage } from '../../shared/words/describe-mode.ts'
import { newOpId } from '../api.ts'
import { useFormats, useT } from '../i18n.ts'
import { ask } from '../shell/ask.ts'
import { getChordText } from '../shell/key-map.ts'
import { showToast } from '../shell/toasts.ts'
import { isMac } from '../shell/use-keyboard.ts'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import type { MarkFormKind } from './mark-form.tsx'

interface ModePanelProps {
  row: ModeRow | undefined
  /** Shipments of the same client and case in the list; the message is for all of them. */
  alike: number
  onCopy: () => void
  onMark: (form: MarkFormKind) => void
  /** Before one of the modes is set. */
  onEdit: (row: ModeRow) => void
  /** After a mark was removed, and with it the button that did it. */
  onUnmark: () => void
}

/** What Amazon takes of the shipment under the cursor, who must change what, and the ways out. */
export function ModePanel({ row, alike, onCopy, onMark, onEdit, onUnmark }: ModePanelProps) {
  const t = useT()
  if (!row) return <aside className="mode-panel">{t('modes.panel.none')}</aside>
  const { label, takes, change } = describeModeCase(row.verdict.kind, t)
  return (
    <aside className="mode-panel" aria-label={row.fbaId} data-pane>
      <h2>
        <span className="ui-mono">{row.fbaId}</span> {label}
      </h2>
      <dl>
        <dt>{t('modes.panel.takes')}</dt>
        <dd>{takes}</dd>
        <dt>{t('modes.panel.change')}</dt>
        <dd>{change}</dd>
      </dl>
      {row.verdict.kind !== 'exempt' && <ModeFields row={row} onEdit={onEdit} />}
      <MarkOffers row={row} onMark={onMark} onUnmark={onUnmark} />
      <section>
        <h3>{t('modes.panel.message')}</h3>
        <p className="mode-message" lang={row.language}>
          {formatModeMessage(row.client, row.verdict.kind, [row], getTranslate(row.language))}
        </p>
        <Button
          variant="primary"
          icon={<Copy aria-hidden />}
          shortcut={getChordText('copyMessage', isMac())}
          onPress={onCopy}
        >
          {alike > 1 ? t('modes.offer.messageAll', { n: alike }) : t('modes.offer.message')}
        </Button>
      </section>
    </aside>
  )
}

const unknown = ''

function ModeFields({ row, onEdit }: Pick<ModePanelProps, 'onEdit'> & { row: ModeRow }) {
  const t = useT()
  const edit = (field: 'amazonMode' | 'roadMode', text: string) => {
    onEdit(row)
    void ask('shipment.edit', { opId: newOpId(), edits: [{ id: row.id, field, text }], gesture: 'edit' })
  }
  return (
    <div className="mode-fields">
      <Select
        label={t('modes.offer.amazonMode')}
        options={[
          { id: unknown, label: t('modes.offer.unknown') },
          ...amazonModes.map((mode) => ({ id: mode, label: mode })),
        ]}
        selectedId={row.amazonMode ?? unknown}
        onSelect={(mode) => edit('amazonMode', mode)}
      />
      <Select
        label={t('modes.offer.roadMode')}
        options={[
          { id: unknown, label: t('modes.offer.unknown') },
          ...roadModes.map((mode) => ({ id: mode, label: t(`modes.road.${mode}`) })),
        ]}
        selectedId={row.roadMode ?? unknown}
        onSelect={(mode) => edit('roadMode', mode)}
      />
    </div>
  )
}

function MarkOffers({
  row,
  onMark,
  onUnmark,
}: Pick<ModePanelProps, 'onMark' | 'onUnmark'> & { row: ModeRow }) {
  const t = useT()
  const { dateTime } = useFormats()
  const { offers } = row.verdict
  const remove = async (mark: ModeMark) => {
    const answer = await ask('mode.removeMark', { opId: newOpId(), ids: [row.id], mark })
    if (!answer.ok) return
    onUnmark()
    showToast({ tone: 'done', text: t('modes.saidRemoved'), action: 'undo' })
  }
  return (
    <section className="mode-offers">
      {row.marks.length > 0 && <h3>{t('modes.panel.marks')}</h3>}
      {row.marks.map((mark) => (
        <div key={`${mark.mark} ${mark.value}`}>
          <p>
            {t('modes.panel.mark', {
              mark: describeMark(mark, t),
              reason: mark.reason,
              who: mark.who,
              when: dateTime(mark.atMs),
            })}
          </p>
          <Button onPress={() => void remove(mark.mark)}>
            {t('modes.offer.removeMark', { mark: describeMark(mark, t) })}
          </Button>
        </div>
      ))}
      {offers.includes('same-number') && (
        <Button onPress={() => onMark('same-number')}>{t('modes.offer.sameNumber')}</Button>
      )}
      {offers.includes('two-trucks') && (
        <Button onPress={() => onMark('two-trucks')}>{t('modes.offer.twoTrucks')}</Button>
      )}
    </section>
  )
}
