import { useState } from 'react'
import type { BlockView } from '../../shared/contract/outputs.ts'
import { countNew, formatProNumber } from '../../shared/domain/pro-number.ts'
import { newOpId } from '../api.ts'
import { useFormats, useT } from '../i18n.ts'
import { call } from '../shell/ask.ts'
import { startDownload } from '../shell/start-download.ts'
import { showToast } from '../shell/toasts.ts'
import { TextField } from '../ui/text-field.tsx'
import { isDigits } from './block-draft.ts'
import { FormSheet } from './form-sheet.tsx'

/** The next numbers of a block for another desk, as a file. */
export function LendForm({ block, onClose }: { block: BlockView; onClose: () => void }) {
  const t = useT()
  const { number } = useFormats()
  const [count, setCount] = useState('')
  const [to, setTo] = useState('')
  const wanted = isDigits(count) ? Number(count) : 0
  const left = countNew(block)
  const fits = wanted > 0 && wanted <= left

  const save = async () => {
    const answer = await call('block.lease', {
      opId: newOpId(),
      blockId: block.id,
      count: wanted,
      to,
    })
    if (!answer.ok) return answer.problem
    const { fileName, folder, first, last, download } = answer.value
    if (download !== null) startDownload(download, fileName)
    const words = { first, last, n: number(wanted), file: fileName, folder }
    showToast({ tone: 'done', text: t('ledger.part.saidLent', words) })
    return null
  }

  return (
    <FormSheet
      title={t('ledger.part.lendTitle')}
      saveLabel={t('ledger.part.lendDo')}
      canSave={fits && to !== ''}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        isMono
        inputMode="numeric"
        label={t('ledger.part.lendCount')}
        hint={t('ledger.part.lendCountHint')}
        error={count !== '' && !fits ? t('ledger.part.lendLeft', { n: number(left) }) : undefined}
        value={count}
        onChange={(text) => setCount(text.trim())}
      />
      <TextField
        isMono
        label={t('ledger.part.lendTo')}
        hint={t('ledger.part.lendToHint')}
        value={to}
        onChange={(text) => setTo(text.trim().toLowerCase())}
      />
      {fits && (
        <p role="status" className="data-preview">
          {t('ledger.part.lendPreview', {
            first: formatProNumber(block, block.next),
            last: formatProNumber(block, block.next + (wanted - 1) * block.increment),
          })}
        </p>
      )}
    </FormSheet>
  )
}
