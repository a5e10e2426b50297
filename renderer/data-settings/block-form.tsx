import { useState } from 'react'
import type { BlockView, CarrierView } from '../../shared/contract/outputs.ts'
import { isTruck } from '../../shared/domain/carrier.ts'
import { type BlockProblem, checkMethods } from '../../shared/domain/pro-number.ts'
import { newOpId } from '../api.ts'
import { useFormats, useT } from '../i18n.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import { describeProblem } from '../../shared/words/describe-problem.ts'
import { call } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type BlockDraft, type BlockPreview, isDigits, previewBlock } from './block-draft.ts'
import { FormSheet } from './form-sheet.tsx'

interface BlockFormProps {
  carriers: readonly CarrierView[]
  blocks: readonly BlockView[]
  onClose: () => void
}

/** A new run of PRO numbers; its first and last number are shown as they will stand on the papers. */
export function BlockForm({ carriers, blocks, onClose }: BlockFormProps) {
  const t = useT()
  const [draft, setDraft] = useState<BlockDraft>({
    carrierId: (carriers.find(isTruck) ?? carriers[0])?.id ?? 0,
    prefix: '',
    width: '8',
    first: '',
    last: '',
    increment: '1',
    lowStock: '50',
    checkMethod: 'luhn',
  })
  const change = (changed: Partial<BlockDraft>) => setDraft({ ...draft, ...changed })
  const preview = previewBlock(draft, blocks)
  const getDigitsError = (text: string) =>
    text === '' || isDigits(text) ? undefined : t('data.blocks.notNumber')

  const save = async () => {
    if (!preview) return null
    const answer = await call('block.add', { opId: newOpId(), ...preview.block })
    if (!answer.ok) return answer.problem
    const { firstNumber: first, lastNumber: last } = preview
    showToast({ tone: 'done', text: t('data.blocks.saidAdded', { first, last }), action: 'undo' })
    return null
  }

  return (
    <FormSheet
      title={t('data.blocks.addTitle')}
      canSave={preview !== null && preview.problem === null}
      onSave={save}
      onClose={onClose}
    >
      <Select
        label={t('data.blocks.carrier')}
        options={carriers.map(({ id, name }) => ({ id: String(id), label: name }))}
        selectedId={String(draft.carrierId)}
        onSelect={(id) => change({ carrierId: Number(id) })}
      />
      <div className="data-form-pair">
        <TextField
          isMono
          label={t('data.blocks.prefix')}
          hint={t('data.blocks.prefixHint')}
          value={draft.prefix}
          onChange={(prefix) => change({ prefix: prefix.trim().toUpperCase() })}
        />
        <TextField
          isMono
          inputMode="numeric"
          label={t('data.blocks.width')}
          hint={t('data.blocks.widthHint')}
          error={getDigitsError(draft.width)}
          value={draft.width}
          onChange={(width) => change({ width: width.trim() })}
        />
      </div>
      <div className="data-form-pair">
        <TextField
          isMono
          inputMode="numeric"
          label={t('data.blocks.first')}
          error={getDigitsError(draft.first)}
          value={draft.first}
          onChange={(first) => change({ first: first.trim() })}
        />
        <TextField
          isMono
          inputMode="numeric"
          label={t('data.blocks.last')}
          error={getDigitsError(draft.last)}
          value={draft.last}
          onChange={(last) => change({ last: last.trim() })}
        />
      </div>
      <Select
        label={t('data.blocks.check')}
        options={checkMethods.map((id) => ({ id, label: t(`data.checkMethod.${id}`) }))}
        selectedId={draft.checkMethod}
        onSelect={(id) => change({ checkMethod: checkMethods.find((method) => method === id)! })}
      />
      <div className="data-form-pair">
        <TextField
          isMono
          inputMode="numeric"
          label={t('ledger.part.increment')}
          hint={t('ledger.part.incrementHint')}
          error={getDigitsError(draft.increment)}
          value={draft.increment}
          onChange={(increment) => change({ increment: increment.trim() })}
        />
        <TextField
          isMono
          inputMode="numeric"
          label={t('ledger.part.lowStock')}
          error={getDigitsError(draft.lowStock)}
          value={draft.lowStock}
          onChange={(lowStock) => change({ lowStock: lowStock.trim() })}
        />
      </div>
      <Preview preview={preview} blocks={blocks} />
      <p className="data-note">{t('data.blocks.fixed')}</p>
    </FormSheet>
  )
}

interface PreviewProps {
  preview: BlockPreview | null
  blocks: readonly BlockView[]
}

function Preview({ preview, blocks }: PreviewProps) {
  const t = useT()
  const { number } = useFormats()
  if (!preview) return <p className="data-note">{t('data.blocks.previewWait')}</p>
  const { firstNumber, lastNumber, count, problem } = preview
  if (problem)
    return (
      <p role="status" className="data-form-problem">
        {describeBlockProblem(problem, blocks, t)}
      </p>
    )
  return (
    <div role="status" className="data-preview">
      <span className="ui-field-label">{t('data.blocks.preview')}</span>
      <span className="ui-mono">
        {t('data.blocks.previewRange', { first: firstNumber, last: lastNumber })}
      </span>
      <span className="data-note">
        {t('data.blocks.previewCount', { n: number(count), length: lastNumber.length })}
      </span>
    </div>
  )
}

/** Names the other block where two overlap. */
function describeBlockProblem(problem: BlockProblem, blocks: readonly BlockView[], t: Translate): string {
  const other = problem.kind === 'block-overlaps' && blocks.find(({ id }) => id === problem.blockId)
  return other
    ? t('data.blocks.overlap', { carrier: other.carrier, first: other.firstNumber, last: other.lastNumber })
    : describeProblem(problem, t)
}
