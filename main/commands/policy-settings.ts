import { writeAside } from '../../db/in-transaction.ts'
import { getSetting, setSetting } from '../../db/settings.ts'
import type { Store } from '../../db/store.ts'
import { defaultPolicySettings, type PolicySettings } from '../../shared/domain/policy-settings.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'

const windowSetting = 'policy.windowDays'
const rateSetting = 'policy.acceptableRate'

export function readPolicySettings(store: Store): PolicySettings {
  const windowDays = getSetting(store, windowSetting)
  const rate = getSetting(store, rateSetting)
  return {
    windowDays: windowDays === null ? defaultPolicySettings.windowDays : Number(windowDays),
    acceptableRate: rate === null || rate === '' ? null : Number(rate),
  }
}

export const getPolicySettings: Handler<'policy.settings'> = ({ store }) => ok(readPolicySettings(store))

export const setPolicySettings: Handler<'policy.setSettings'> = (context, settings) => {
  const { store } = context
  const stored = writeAside(store, () => {
    setSetting(store, windowSetting, String(settings.windowDays))
    setSetting(store, rateSetting, settings.acceptableRate === null ? '' : String(settings.acceptableRate))
  })
  if (!stored.ok) return stored
  context.emit('changed', { shipments: [], lists: true })
  return ok(readPolicySettings(store))
}
