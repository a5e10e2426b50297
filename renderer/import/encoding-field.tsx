import { useT } from '../i18n.ts'
import type { DraftSummary } from '../../shared/contract/outputs.ts'
import type { EncodingPreview, TextEncoding } from '../../shared/domain/sheet/text-encodings.ts'
import { Select } from '../ui/select.tsx'
import { encodingFieldId } from './question-focus.ts'

interface EncodingFieldProps {
  draft: DraftSummary
  onSettle: (encoding: TextEncoding) => void
}

const longestHint = 28

/** A few cells that read otherwise in another encoding. */
function makeHint({ rows }: EncodingPreview): string {
  const telling = rows.flat().filter((cell) => /[^\0-\x7f]/.test(cell))
  return telling.join(' ').slice(0, longestHint)
}

/** What the file is read as; to choose from where that makes a difference. */
export function EncodingField({ draft, onSettle }: EncodingFieldProps) {
  const t = useT()
  const { encoding, encodings } = draft
  if (encodings.length === 0)
    return encoding === null ? null : (
      <span>
        {t('import.encoding.label')} {encoding.toUpperCase()}
      </span>
    )
  const options = encodings.map((preview) => ({
    id: preview.encoding,
    label: preview.encoding.toUpperCase(),
    hint: makeHint(preview),
  }))
  return (
    <div id={encodingFieldId} className="import-encoding">
      <Select
        label={t('import.encoding.label')}
        options={options}
        selectedId={encoding ?? undefined}
        placeholder={t('import.encoding.choose')}
        onSelect={(id) => {
          const chosen = encodings.find((preview) => preview.encoding === id)?.encoding
          if (chosen !== undefined && chosen !== encoding) onSettle(chosen)
        }}
      />
    </div>
  )
}

/** The same rows in every encoding that comes into question. */
export function EncodingQuestion({ draft }: { draft: DraftSummary }) {
  const t = useT()
  return (
    <div className="import-encoding-question">
      <p>{t('import.encoding.question', { file: draft.fileName })}</p>
      <dl aria-label={t('import.encoding.candidates')}>
        {draft.encodings.map(({ encoding, rows }) => (
          <div key={encoding}>
            <dt>{encoding.toUpperCase()}</dt>
            <dd>
              {rows.map((cells, index) => (
                // Rows have no other name than their place.
                <p key={`${index} ${cells[0]}`}>{cells.join(' | ')}</p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
