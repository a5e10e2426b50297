import type { BlockView } from '../../shared/contract/outputs.ts'
import { describeProblem } from '../../shared/words/describe-problem.ts'
import { newOpId } from '../api.ts'
import { useFormats, useT } from '../i18n.ts'
import { useAnswer } from '../lists/use-answer.ts'
import { ask } from '../shell/ask.ts'
import { showToast } from '../shell/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

/** Says how many numbers would go back into the block before any does. */
export function ReleaseDialog({ block, onClose }: { block: BlockView; onClose: () => void }) {
  const t = useT()
  const formats = useFormats()
  const { value, problem } = useAnswer('number.release', {
    opId: 'release-preview',
    blockId: block.id,
    isPreview: true,
  })
  const numbers = value?.numbers ?? 0
  const n = formats.number(numbers)

  const release = async () => {
    onClose()
    const answer = await ask('number.release', { opId: newOpId(), blockId: block.id })
    if (!answer.ok) return
    showToast({
      tone: 'done',
      text: t('ledger.part.saidReleased', { n: formats.number(answer.value.numbers) }),
    })
  }

  if (!value && !problem) return null
  return (
    <Dialog
      title={t('ledger.part.releaseTitle', { n })}
      isOpen
      isQuestion
      onClose={onClose}
      actions={
        <>
          <Button shortcut="Esc" onPress={onClose} autoFocus={numbers === 0}>
            {t(numbers === 0 ? 'common.close' : 'common.cancel')}
          </Button>
          {numbers > 0 && (
            <Button variant="primary" autoFocus onPress={() => void release()}>
              {t('ledger.part.releaseDo', { n })}
            </Button>
          )}
        </>
      }
    >
      <p>
        {problem
          ? describeProblem(problem, t)
          : numbers === 0
            ? t('ledger.problem.nothing-to-release')
            : t('ledger.part.releaseBody')}
      </p>
    </Dialog>
  )
}
