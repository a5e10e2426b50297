import { FilePlus } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useT } from '../i18n.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import { Button } from '../ui/button.tsx'
import { pickFiles, removeFile, selectFile } from './import-store.ts'
import { listQuestions, type QueuedFile } from './queued-file.ts'
import { VerdictShape } from './verdict-shape.tsx'

interface FileQueueProps {
  files: readonly QueuedFile[]
  selectedKey: string | null
  isOpening: boolean
  /** Enter or Tab on a file: on to what it asks. False when it asks nothing. */
  onEnter: (key: string) => boolean
}

export function FileQueue({ files, selectedKey, isOpening, onEnter }: FileQueueProps) {
  const t = useT()

  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (selectedKey === null || event.nativeEvent.isComposing) return
    const isForward = event.key === 'Tab' && !event.shiftKey
    if (event.key === 'Delete') void removeFile(selectedKey)
    else if (!isForward || !onEnter(selectedKey)) return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <section className="import-queue">
      <header className="import-queue-header">
        <h2>{t('import.queue')}</h2>
        <Button
          variant="quiet"
          icon={<FilePlus aria-hidden />}
          shortcut="Ctrl+O"
          isDisabled={isOpening}
          onPress={() => void pickFiles()}
        >
          {t('import.pick')}
        </Button>
      </header>
      <div className="import-queue-files" onKeyDownCapture={onKeyDownCapture}>
        <ListBox
          aria-label={t('import.queue')}
          className="import-files"
          autoFocus
          items={files.map((file) => ({ id: file.key, file }))}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={selectedKey === null ? [] : [selectedKey]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys
            if (key !== undefined) selectFile(String(key))
          }}
          onAction={(key) => onEnter(String(key))}
        >
          {({ file }) => (
            <ListBoxItem className="import-file" textValue={file.draft.fileName}>
              <VerdictShape file={file} />
              <span className="import-file-name" title={file.draft.fileName}>
                {file.draft.fileName}
              </span>
              <span className="import-file-verdict">{describeVerdict(file, t)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </div>
      {isOpening && <p className="import-notes">{t('import.opening')}</p>}
    </section>
  )
}

function describeVerdict(file: QueuedFile, t: Translate): string {
  const { verdict, client, candidates } = file.draft
  const word = t(`import.verdict.${candidates.length > 0 ? 'whose' : verdict}`)
  const questions = listQuestions(file).length
  const rest = questions > 0 ? t('import.openQuestions', { n: questions }) : client
  return rest === null ? word : `${word} · ${rest}`
}
