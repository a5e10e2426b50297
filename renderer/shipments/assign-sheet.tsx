import './assign-sheet.css'
import { type RefObject, useEffect, useRef } from 'react'
import type {
  AssignConflictKind,
  BlockView,
  CarrierView,
  RuleSetView,
} from '../../shared/contract/outputs.ts'
import { isLeaveAlone } from '../../shared/domain/assign-outcome.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import type { GridHandle } from '../grid/grid-types.ts'
import { useFormats, useT } from '../i18n.ts'
import { useAnswer } from '../lists/use-answer.ts'
import { showToast } from '../shell/toasts.ts'
import { useSheetKeys } from '../shell/use-sheet-keys.ts'
import { Button } from '../ui/button.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { AssignCarrierPart } from './assign-carrier-part.tsx'
import { AssignConflicts } from './assign-conflicts.tsx'
import { AssignOutcomes } from './assign-counts.tsx'
import { closeAssign, startOver, useAssign } from './assign-draft.ts'
import { AssignLoadPart } from './assign-load-part.tsx'
import { AssignLeavePart } from './assign-leave-part.tsx'
import { applyAssign, followAssign } from './assign-preview.ts'
import { AssignProPart } from './assign-pro-part.tsx'
import { AssignRowPart } from './assign-row-part.tsx'
import { describeTarget } from './describe-target.ts'

const noCarriers: readonly CarrierView[] = []
const noBlocks: readonly BlockView[] = []
const noSets: readonly RuleSetView[] = []

/** What was kept or left alone is no gap. */
const isGap = (kind: AssignConflictKind): boolean =>
  !isLeaveAlone(kind) && kind !== 'carrier-kept' && kind !== 'pro-kept' && kind !== 'load-kept'

async function apply(t: Translate): Promise<void> {
  const result = await applyAssign()
  if (!result) return
  const { shipments, carriers, pros, loads } = result
  const conflicts = result.conflicts.reduce((sum, { kind, count }) => (isGap(kind) ? sum + count : sum), 0)
  const stored = t(loads > 0 ? 'shipments.assign.storedLoads' : 'shipments.assign.stored', {
    carriers,
    pros,
    loads,
  })
  const text =
    conflicts === 0
      ? t('shipments.assign.done', { shipments, stored })
      : t('shipments.assign.doneConflicts', { shipments, stored, conflicts })
  showToast({ tone: 'done', text, action: 'undo' })
}

/** F6, Ctrl+Enter is the usual run, however fast it is typed: asked for before the preview is there, it waits for it. */
function useApply(canApply: boolean, isSettled: boolean): () => void {
  const t = useT()
  const isAwaited = useRef(false)
  useEffect(() => {
    if (!isSettled || !isAwaited.current) return
    isAwaited.current = false
    if (canApply) void apply(t)
  }, [isSettled, canApply, t])
  return () => {
    if (canApply) void apply(t)
    else isAwaited.current = !isSettled
  }
}

interface AssignSheetProps {
  grid: RefObject<GridHandle | null>
  /** The shipment with the cursor. */
  activeId: number | undefined
}

/** Carriers and PRO numbers for many shipments; the grid beside it shows what would be written. */
export function AssignSheet({ grid, activeId }: AssignSheetProps) {
  const t = useT()
  const { number } = useFormats()
  const { isReady, fields, preview, ticks, pickedIds, isComputing, isResumed } = useAssign()
  const carriers = useAnswer('carrier.list', {}).value?.carriers ?? noCarriers
  const blocks = useAnswer('block.list', {}).value?.blocks ?? noBlocks
  const sets = useAnswer('rule.list', {}).value?.sets ?? noSets
  useEffect(followAssign, [])

  const isNothingChosen = !fields.wantsCarrier && !fields.wantsPro && !fields.wantsLoad
  const lacksReason = fields.wantsPro && fields.sharesPro && fields.shareReason.trim() === ''
  const lacksLoadReason = preview?.needsLoadReason === true && fields.loadReason.trim() === ''
  const canApply =
    preview !== null && preview.outcomes.fills > 0 && !isComputing && !lacksReason && !lacksLoadReason
  const isSettled = isReady && !isComputing && (preview !== null || isNothingChosen)
  const run = useApply(canApply, isSettled)
  useSheetKeys(run, closeAssign)
  useEffect(() => {
    // The columns it fills come into view, with the cursor in them: Space there leaves a row out.
    const { active } = grid.current!.getSelection()
    grid.current!.moveTo(Math.max(0, active.rowIndex), 'pro')
  }, [grid])

  const target = describeTarget(ticks, preview?.target ?? null, t)
  const leftOut = ticks.mode === 'allBut' ? ticks.keys.size : pickedIds.length - ticks.keys.size
  return (
    <SidePanel
      title={t('shipments.assign.title')}
      closeLabel={t('shipments.assign.close')}
      onClose={closeAssign}
      keepsFocus
      footer={
        <>
          <Button onPress={closeAssign}>{t('shipments.assign.close')}</Button>
          <Button variant="primary" shortcut="Ctrl+Enter" isDisabled={!canApply} onPress={run}>
            {t('shipments.assign.apply')}
          </Button>
        </>
      }
    >
      <p className="assign-target">{t('shipments.assign.target', { target })}</p>
      <p className="assign-hint">
        {leftOut > 0
          ? t('shipments.assign.leftOut', { count: number(leftOut) })
          : t('shipments.assign.spaceHint')}
      </p>
      {isResumed && (
        <p className="assign-resumed">
          <span>{t('shipments.assign.resumed')}</span>
          <Button onPress={startOver}>{t('shipments.assign.startOver')}</Button>
        </p>
      )}
      {preview && <AssignOutcomes preview={preview} />}
      {isNothingChosen && <p>{t('shipments.assign.nothingChosen')}</p>}
      {preview && <AssignRowPart preview={preview} id={activeId} />}
      {preview && <AssignConflicts preview={preview} />}
      <AssignCarrierPart
        preview={preview}
        carriers={carriers.filter((carrier) => carrier.isActive)}
        sets={sets}
      />
      <AssignProPart preview={preview} blocks={blocks.filter((block) => block.left > 0)} />
      <AssignLoadPart preview={preview} />
      <AssignLeavePart preview={preview} />
    </SidePanel>
  )
}
