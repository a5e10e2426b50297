import { getClients } from '../../db/client.ts'
import { getDueFacts, readNumberChanges } from '../../db/forecast-facts.ts'
import { addDays, formatLocalDay } from '../../shared/domain/calendar-day.ts'
import { daysBack, forecastDefects } from '../../shared/domain/defect-forecast.ts'
import { toForecastShipment, type ForecastShipment } from '../../shared/domain/forecast-shipment.ts'
import { wasBlankAtDelivery } from '../../shared/domain/tracking-gap.ts'
import { fail, ok } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import { judgeAll } from '../engine/shipment-index.ts'
import { readPolicySettings } from './policy-settings.ts'

/** Amazon's rate of missing tracking before Amazon counts it, of one client or of all, by the rules of the day. */
export const runForecast: Handler<'forecast.run'> = (context, { client, on, filled }) => {
  const clients = getClients(context.store)
  if (client !== undefined && !clients.some(({ name }) => name === client))
    return fail({ kind: 'client-unknown', name: client })
  const settings = readPolicySettings(context.store)
  const day = on ?? formatLocalDay(context.nowMs())
  const since = addDays(day, -daysBack - settings.windowDays)
  const shipments = gatherShipments(context, client, day, since)
  const languages = new Map(clients.map(({ id, language }) => [id, language]))
  const forecasts = forecastDefects(shipments, {
    ...settings,
    on: day,
    filled: filled && new Set(filled),
  })
  return ok({
    on: day,
    settings,
    clients: forecasts.map((forecast) => ({ ...forecast, language: languages.get(forecast.clientId)! })),
  })
}

function gatherShipments(
  context: CommandContext,
  client: string | undefined,
  on: string,
  since: string,
): ForecastShipment[] {
  const { store, index } = context
  const rows = on === index.day ? index : judgeAll(store, on)
  const readChanges = readNumberChanges(store)
  return getDueFacts(store).flatMap((facts) => {
    const row = rows.get(facts.id)
    if (!row || (client !== undefined && row.client !== client)) return []
    const { id, deliveredOn } = facts
    const isParcel = row.amazonMode === 'SPD'
    const shipment = toForecastShipment(
      {
        ...row,
        ...facts,
        marketplace: row.marketplace ?? '',
        isReplaced: facts.replacedBy !== null,
        wasBlankAtDelivery:
          deliveredOn !== null &&
          deliveredOn >= since &&
          wasBlankAtDelivery(readChanges({ id, deliveredOn, isParcel }), deliveredOn),
      },
      on,
    )
    return shipment ? [shipment] : []
  })
}
