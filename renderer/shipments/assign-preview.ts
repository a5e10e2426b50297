import type { CallInput } from '../../shared/contract/contract.ts'
import { newOpId } from '../api.ts'
import { ask } from '../shell/ask.ts'
import { getShipmentFilter, useShipmentScope } from '../shell/shipment-scope.ts'
import { endAssign, keepAssignDraft, useAssign } from './assign-draft.ts'
import { toTickedIds } from './assign-fields.ts'
import { shipmentRows, useShipmentList } from './shipment-rows.ts'

function getRequest(): Omit<CallInput<'assign.preview'>, 'rowIds'> | null {
  const { isReady, ticks, fields } = useAssign.getState()
  if (!isReady || (!fields.wantsCarrier && !fields.wantsPro && !fields.wantsLoad)) return null
  const ids = toTickedIds(ticks)
  return ticks.mode === 'only'
    ? { ...fields, filter: { ids }, except: [] }
    : { ...fields, filter: getShipmentFilter(useShipmentScope.getState()), except: ids }
}

/** Only rows in view, and so many above and below, are spelt out: 5,000 would take longer to send than to plan. */
const rowsAround = 60

let askedIds: ReadonlySet<number> = new Set()
let newestPreview = 0

/** Works out what would be written, without writing or drawing a number. */
async function previewAssign(): Promise<void> {
  newestPreview += 1
  const preview = newestPreview
  const request = getRequest()
  if (!request) {
    useAssign.setState({ preview: null, isComputing: false })
    return
  }
  const rowIds = shipmentRows.getIdsInView(rowsAround)
  askedIds = new Set(rowIds)
  const answer = await ask('assign.preview', { ...request, rowIds })
  if (preview !== newestPreview || !useAssign.getState().isOpen) return
  useAssign.setState({ isComputing: false, preview: answer.ok ? answer.value : null })
}

/** Several changes of one moment, such as a run of ticks, make one preview and one draft. */
const afterMs = 40

/** Keeps preview and draft in step while the sheet is open. */
export function followAssign(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const schedule = () => {
    clearTimeout(timer)
    useAssign.setState({ isComputing: true })
    timer = setTimeout(() => {
      void previewAssign()
      void keepAssignDraft()
    }, afterMs)
  }
  schedule()
  const stops = [
    useAssign.subscribe((sheet, before) => {
      const isOther =
        sheet.fields !== before.fields || sheet.ticks !== before.ticks || sheet.isReady !== before.isReady
      if (sheet.isOpen && isOther) schedule()
    }),
    // The facets are read again after every change of the filter or of a shipment.
    useShipmentList.subscribe((list, before) => {
      if (list.facets !== before.facets || list.narrowing !== before.narrowing) schedule()
    }),
    shipmentRows.subscribeView(() => {
      if (shipmentRows.getIdsInView(0).some((id) => !askedIds.has(id))) schedule()
    }),
  ]
  return () => {
    clearTimeout(timer)
    stops.forEach((stop) => stop())
  }
}

/** The shipments behind a count; none where the plan cannot be made. */
export async function listAssignIds(of: CallInput<'assign.ids'>['of']): Promise<readonly number[]> {
  const request = getRequest()
  const answer = request && (await ask('assign.ids', { ...request, of }))
  return answer?.ok ? answer.value.ids : []
}

/** Writes it; the answer says what was stored. */
export async function applyAssign() {
  const request = getRequest()
  if (!request) return null
  const answer = await ask('assign.apply', { ...request, opId: newOpId() })
  if (!answer.ok) return null
  endAssign()
  await shipmentRows.markOutdated('all').catch(() => undefined)
  return answer.value
}
