import { getSetting, setSetting } from '../../db/settings.ts'
import { assignDraft } from '../../shared/contract/inputs.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'

const settingName = 'assign-draft'

/** What another version left and this one cannot read is no draft. */
export const getAssignDraft: Handler<'assign.getDraft'> = ({ store }) => {
  const parsed = assignDraft.safeParse(JSON.parse(getSetting(store, settingName) ?? 'null'))
  return ok({ draft: parsed.success ? parsed.data : null })
}

export const keepAssignDraft: Handler<'assign.keepDraft'> = ({ store }, { draft }) => {
  setSetting(store, settingName, JSON.stringify(draft))
  return ok(null)
}
