import { Trash2 } from 'lucide-react'
import type { DraftSheet, DraftSummary } from '../../shared/contract/outputs.ts'
import type { ImportField } from '../../shared/domain/import-field.ts'
import { useT } from '../i18n.ts'
import { describeProblem, formatFieldName } from '../problems/describe-problem.ts'
import { Button } from '../ui/button.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { ClientField } from './client-field.tsx'
import { countSheetQuestions, type Question } from './draft-questions.ts'
import { MissingFields } from './missing-fields.tsx'
import { RawSheet } from './raw-sheet.tsx'
import { VerdictShape } from './verdict-shape.tsx'

export interface Answer {
  client?: string
  columns?: { sheet: number; column: number; field: ImportField | null }[]
}

interface DraftViewProps {
  draft: DraftSummary
  sheet: number
  onSheet: (sheet: number) => void
  onAnswer: (question: Question, answer: Answer) => void
  onRemove: () => void
}

/** One file: whose it is, what its columns mean, and its first rows. */
export function DraftView({ draft, sheet, onSheet, onAnswer, onRemove }: DraftViewProps) {
  const t = useT()
  const isRead = draft.verdict !== 'refused'
  return (
    <section className="import-draft" aria-label={draft.fileName}>
      <header className="import-draft-header">
        <div className="import-draft-name">
          <VerdictShape verdict={draft.verdict} />
          <h2>{draft.fileName}</h2>
          {draft.encoding !== null && <span>{t('import.file.encoding', { name: draft.encoding })}</span>}
        </div>
        {isRead && draft.verdict !== 'same-file' && (
          <ClientField
            key={`${draft.draftId} ${draft.client}`}
            draft={draft}
            onSettle={(client) => onAnswer({ kind: 'client' }, { client })}
          />
        )}
        <Button variant="quiet" icon={<Trash2 aria-hidden />} shortcut="Delete" onPress={onRemove}>
          {t('import.file.remove')}
        </Button>
      </header>
      {draft.problem && <p className="import-draft-problem">{describeProblem(draft.problem, t)}</p>}
      {isRead && draft.sheets.length > 1 ? (
        <Tabs
          label={t('import.sheet.sheets')}
          selectedId={String(sheet)}
          onSelect={(id) => onSheet(Number(id))}
          tabs={draft.sheets.map((each) => {
            const questions = countSheetQuestions(draft, each.index)
            return {
              id: String(each.index),
              title: each.name,
              count: questions > 0 ? t('import.openQuestions', { n: questions }) : undefined,
              content: <SheetView draft={draft} sheet={each} onAnswer={onAnswer} />,
            }
          })}
        />
      ) : (
        isRead && draft.sheets[0] && <SheetView draft={draft} sheet={draft.sheets[0]} onAnswer={onAnswer} />
      )}
    </section>
  )
}

type SheetViewProps = Pick<DraftViewProps, 'draft' | 'onAnswer'> & { sheet: DraftSheet }

function SheetView({ draft, sheet, onAnswer }: SheetViewProps) {
  const t = useT()
  const settle = (column: number, field: ImportField | null) =>
    onAnswer(
      { kind: 'column', sheet: sheet.index, column },
      { columns: [{ sheet: sheet.index, column, field }] },
    )
  return (
    <div className="import-sheet">
      {sheet.layout.facts.length > 0 && (
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
