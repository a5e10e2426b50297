import { useState } from 'react'
import type { ShipmentView } from '../../shared/domain/shipment-list.ts'
import type { Translate } from '../../shared/locales/translate.ts'
import { describeProblem } from '../../shared/words/describe-problem.ts'
import { useT } from '../i18n.ts'
import { ask } from '../shell/ask.ts'
import { useCommand } from '../shell/commands.ts'
import { useShipmentScope } from '../shell/shipment-scope.ts'
import { showToast } from '../shell/toasts.ts'
import { ReissueDialog } from './reissue-dialog.tsx'
import { VerifyDialog } from './verify-dialog.tsx'

type Asked = { kind: 'verify'; fbaIds: readonly string[] } | { kind: 'reissue'; from: string }

/** Selected rows, else the one with the cursor; what was replaced is nobody's to look up. */
async function listTargets(row: ShipmentView | undefined): Promise<string[]> {
  const { pickedIds } = useShipmentScope.getState()
  if (pickedIds.length === 0) return row && row.replacedBy === null ? [row.fbaId] : []
  const ids = [...pickedIds]
  const answer = await ask('shipment.page', { filter: { ids }, sort: null, offset: 0, limit: 2_000 })
  if (!answer.ok) return []
  return answer.value.rows.filter(({ replacedBy }) => replacedBy === null).map(({ fbaId }) => fbaId)
}

function sayReplaced(row: ShipmentView | undefined, t: Translate): void {
  if (!row || row.replacedBy === null) return
  const problem = { kind: 'replaced-before', fbaId: row.fbaId, by: row.replacedBy } as const
  showToast({ tone: 'problem', text: describeProblem({ kind: 'reissue-refused', problem }, t) })
}

/** Answers Verify and Re-issue for the rows they are about. */
export function ValidityCommands({ row, onClosed }: { row: ShipmentView | undefined; onClosed: () => void }) {
  const t = useT()
  const [asked, setAsked] = useState<Asked | null>(null)
  const verify = async () => {
    const fbaIds = await listTargets(row)
    if (fbaIds.length > 0) setAsked({ kind: 'verify', fbaIds })
    else sayReplaced(row, t)
  }
  useCommand('verify', () => void verify())
  useCommand('reissue', () => {
    if (row && row.replacedBy === null) setAsked({ kind: 'reissue', from: row.fbaId })
    else sayReplaced(row, t)
  })
  const close = () => {
    setAsked(null)
    onClosed()
  }
  if (asked === null) return null
  return asked.kind === 'verify' ? (
    <VerifyDialog fbaIds={asked.fbaIds} onClose={close} />
  ) : (
    <ReissueDialog from={asked.from} onClose={close} />
  )
}
