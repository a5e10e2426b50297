import './assign-sheet.css'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { BlockView, CarrierView } from '../../shared/contract/outputs.ts'
import type { GridHandle } from '../grid/grid-types.ts'
import { useFormats, useT } from '../i18n.ts'
import { type Translate } from '../../shared/locales/translate.ts'
import { ask } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { useSheetKeys } from '../shell/use-sheet-keys.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Select } from '../ui/select.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { Switch } from '../ui/switch.tsx'
import { applyAssign, closeAssign, followAssign, setAssignOptions, useAssign } from './assign-draft.ts'
import { AssignConflicts, AssignOutcomes } from './assign-counts.tsx'
import { describeTarget } from './describe-target.ts'

interface Choices {
  carriers: readonly CarrierView[]
  blocks: readonly BlockView[]
}

function useChoices(): Choices {
  const [choices, setChoices] = useState<Choices>({ carriers: [], blocks: [] })
  useEffect(() => {
    const load = async () => {
      const [carriers, blocks] = await Promise.all([ask('carrier.list', {}), ask('block.list', {})])
      if (carriers.ok && blocks.ok)
        setChoices({
          carriers: carriers.value.carriers.filter((carrier) => carrier.isActive),
          blocks: blocks.value.blocks.filter((block) => block.left > 0),
        })
    }
    void load()
  }, [])
  return choices
}

async function apply(t: Translate): Promise<void> {
  const result = await applyAssign()
  if (!result) return
  const { shipments, carriers, pros } = result
  const conflicts = result.conflicts.reduce((sum, { count }) => sum + count, 0)
  const text =
    conflicts === 0
      ? t('shipments.assign.done', { shipments, carriers, pros })
      : t('shipments.assign.doneConflicts', { shipments, carriers, pros, conflicts })
  showToast({ tone: 'done', text, action: 'undo' })
}

/** Carriers and PRO numbers for many shipments; the grid beside it shows what would be written. */
export function AssignSheet({ grid }: { grid: RefObject<GridHandle | null> }) {
  const t = useT()
  const { number } = useFormats()
  const { options, preview, ticks, isComputing, replaceable } = useAssign()
  const { carriers, blocks } = useChoices()
  useEffect(followAssign, [])

  const isNothingChosen = !options.wantsCarrier && !options.wantsPro
  const canApply = preview !== null && preview.fills > 0 && !isComputing
  const isSettled = preview !== null && !isComputing
  /** Asked for before the preview was there: F6, Ctrl+Enter is the usual run, however fast it is typed. */
  const isAwaited = useRef(false)
  const run = () => {
    if (canApply) void apply(t)
    else isAwaited.current = !isSettled
  }
  useEffect(() => {
    if (!isSettled || !isAwaited.current) return
    isAwaited.current = false
    if (canApply) void apply(t)
  }, [isSettled, canApply, t])
  useSheetKeys(run, closeAssign)
  useEffect(() => {
    // The columns it fills come into view, with the cursor in them: Space there leaves a row out.
    const { active } = grid.current!.getSelection()
    grid.current!.moveTo(Math.max(0, active.rowIndex), 'pro')
  }, [grid])

  const target = describeTarget(ticks, preview?.target ?? null, t)
  const chosenBlocks = blocks.filter(
    (block) => options.carrier === 'auto' || !options.wantsCarrier || block.carrier === options.carrier,
  )
  const isBlockKnown = chosenBlocks.some((block) => block.id === options.blockId)

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
        {ticks.mode === 'allBut' && ticks.keys.size > 0
          ? t('shipments.assign.leftOut', { count: number(ticks.keys.size) })
          : t('shipments.assign.spaceHint')}
      </p>

      {preview && <AssignOutcomes preview={preview} />}
      {isNothingChosen && <p>{t('shipments.assign.nothingChosen')}</p>}

      <section className="assign-part">
        <Switch
          isSelected={options.wantsCarrier}
          onChange={(wantsCarrier) => setAssignOptions({ wantsCarrier })}
        >
          {t('shipments.assign.carrier')}
        </Switch>
        <Select
          label={t('shipments.assign.carrierFrom')}
          isLabelHidden
          isDisabled={!options.wantsCarrier}
          hint={options.carrier === 'auto' ? t('shipments.assign.autoHint') : undefined}
          options={[
            { id: 'auto', label: t('shipments.assign.auto') },
            ...carriers.map(({ name, scac }) => ({ id: name, label: name, hint: scac ?? undefined })),
          ]}
          selectedId={options.carrier}
          onSelect={(carrier) => setAssignOptions({ carrier, blockId: null })}
        />
      </section>

      <section className="assign-part">
        <Switch isSelected={options.wantsPro} onChange={(wantsPro) => setAssignOptions({ wantsPro })}>
          {t('shipments.assign.pro')}
        </Switch>
        <Select
          label={t('shipments.assign.block')}
          isLabelHidden
          isDisabled={!options.wantsPro}
          options={[
            { id: 'own', label: t('shipments.assign.blockOwn') },
            ...chosenBlocks.map((block) => ({
              id: String(block.id),
              label: t('shipments.assign.blockOption', {
                first: block.firstNumber,
                last: block.lastNumber,
                left: number(block.left),
              }),
              hint: block.carrier,
            })),
          ]}
          selectedId={isBlockKnown ? String(options.blockId) : 'own'}
          onSelect={(id) => setAssignOptions({ blockId: id === 'own' ? null : Number(id) })}
        />
        {options.wantsPro && preview !== null && preview.pros > 0 && (
          <p className="assign-hint">
            {t('shipments.assign.range', {
              first: preview.firstPro ?? '',
              last: preview.lastPro ?? '',
              count: number(preview.pros),
            })}
            {preview.blockLeft !== null && (
              <>
                <br />
                {t('shipments.assign.left', {
                  before: number(preview.blockLeft),
                  after: number(Math.max(0, preview.blockLeft - preview.pros)),
                })}
              </>
            )}
            <br />
            {t('shipments.assign.numbersLater')}
          </p>
        )}
      </section>

      <section className="assign-part">
        <h3>{t('shipments.assign.values')}</h3>
        <p className="assign-hint">{t('shipments.assign.blanksOnly')}</p>
        <Checkbox isSelected={options.overwrites} onChange={(overwrites) => setAssignOptions({ overwrites })}>
          {t('shipments.assign.overwrite', { count: number(replaceable) })}
        </Checkbox>
      </section>

      {preview && <AssignConflicts preview={preview} />}
    </SidePanel>
  )
}
