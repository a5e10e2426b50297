import { Trash2 } from 'lucide-react'
import type { DraftSheet, DraftSummary } from '../../shared/contract/outputs.ts'
import type { ImportField } from '../../shared/domain/sheet/import-field.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import type { TextEncoding } from '../../shared/domain/sheet/text-encodings.ts'
import { useT } from '../i18n.ts'
import { describeProblem, formatFieldName } from '../../shared/words/describe-problem.ts'
import { Button } from '../ui/button.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { ClientField } from './client-field.tsx'
import { EncodingField, EncodingQuestion } from './encoding-field.tsx'
import { HistoryTick } from './history-tick.tsx'
import { MissingFields } from './missing-fields.tsx'
import { asksEncoding, countSheetQuestions, type Question, type QueuedFile } from './queued-file.ts'
import { RawSheet } from './raw-sheet.tsx'
import { TeachAll } from './teach-all.tsx'
import { VerdictShape } from './verdict-shape.tsx'

export interface Answer {
  encoding?: TextEncoding
  client?: string
  columns?: { sheet: number; column: number; field: ImportField | null }[]
}

interface DraftViewProps {
  file: QueuedFile
  sheet: number
  onSheet: (sheet: number) => void
  onAnswer: (question: Question, answer: Answer) => void
  onRemove: () => void
}

/** One file: whose it is, what its columns mean, and its first rows. */
export function DraftView({ file, sheet, onSheet, onAnswer, onRemove }: DraftViewProps) {
  const t = useT()
  const { draft } = file
  const [firstSheet] = draft.sheets
  return (
    <section className="import-draft" aria-label={draft.fileName}>
      <header className="import-draft-header">
        <div className="import-draft-name">
          <VerdictShape file={file} />
          <h2>{draft.fileName}</h2>
          <EncodingField
            key={file.key}
            draft={draft}
            onSettle={(encoding) => onAnswer({ kind: 'encoding' }, { encoding })}
          />
        </div>
        <Button variant="quiet" icon={<Trash2 aria-hidden />} shortcut="Delete" onPress={onRemove}>
          {t('import.file.remove')}
        </Button>
        {firstSheet && (
          <ClientField
            key={`${file.key} ${draft.client}`}
            file={file}
            onSettle={(client) => onAnswer({ kind: 'client' }, { client })}
          />
        )}
      </header>
      <HistoryTick file={file} />
      <TeachAll file={file} />
      {asksEncoding(draft) ? <EncodingQuestion draft={draft} /> : <DraftProblem draft={draft} />}
      {draft.sheets.length > 1 ? (
        <Tabs
          label={t('import.sheet.sheets')}
          selectedId={String(sheet)}
          onSelect={(id) => onSheet(Number(id))}
          tabs={draft.sheets.map((each, place) => {
            const questions = countSheetQuestions(file, each.index)
            return {
              id: String(each.index),
              title: getTableTitle(draft.sheets, place, t),
              count: questions > 0 ? t('import.openQuestions', { n: questions }) : undefined,
              content: <SheetView draft={draft} sheet={each} onAnswer={onAnswer} />,
            }
          })}
        />
      ) : (
        firstSheet && <SheetView draft={draft} sheet={firstSheet} onAnswer={onAnswer} />
      )}
    </section>
  )
}

/** A sheet's own name; numbered where it holds several tables. */
function getTableTitle(sheets: readonly DraftSheet[], place: number, t: Translate): string {
  const { name } = sheets[place]!
  const isOne = sheets.filter((sheet) => sheet.name === name).length === 1
  const number = sheets.slice(0, place + 1).filter((sheet) => sheet.name === name).length
  return isOne ? name : [name, t('import.sheet.tableNumber', { n: number })].join(' ').trim()
}

/** Why the file cannot be read, or that no row of it names a shipment. */
function DraftProblem({ draft }: { draft: DraftSummary }) {
  const t = useT()
  if (draft.problem) return <p className="import-draft-problem">{describeProblem(draft.problem, t)}</p>
  if (draft.verdict !== 'refused') return null
  const text = describeProblem({ kind: 'nothing-to-import', fileName: draft.fileName }, t)
  return <p className="import-draft-problem">{text}</p>
}

interface SheetViewProps extends Pick<DraftViewProps, 'onAnswer'> {
  draft: DraftSummary
  sheet: DraftSheet
}

function SheetView({ draft, sheet, onAnswer }: SheetViewProps) {
  const t = useT()
  const settle = (column: number, field: ImportField | null) =>
    onAnswer(
      { kind: 'column', sheet: sheet.index, column },
      { columns: [{ sheet: sheet.index, column, field }] },
    )
  return (
    <div className="import-sheet">
      {sheet.layout.shape !== 'none' && sheet.layout.facts.length > 0 && (
        <ul className="import-facts" aria-label={t('import.sheet.fact')}>
          {sheet.layout.facts.map(({ field, value, cell }) => (
            <li key={cell}>
              <span>{formatFieldName(field, t)}</span> {value}
            </li>
          ))}
        </ul>
      )}
      <MissingFields sheet={sheet} onSettle={settle} />
      {sheet.layout.shape === 'none' && <p className="import-notes">{t('import.sheet.noTable')}</p>}
      <RawSheet draft={draft} sheet={sheet} onSettle={settle} />
    </div>
  )
}
