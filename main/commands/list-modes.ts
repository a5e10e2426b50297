import { getCarriers } from '../../db/carrier.ts'
import { getClients } from '../../db/client.ts'
import { getModeMarks } from '../../db/mode-mark.ts'
import type { ModeRow } from '../../shared/contract/outputs.ts'
import { judgeMode, modeCases, modeStandings } from '../../shared/domain/mode-desk.ts'
import { fail, ok } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'

/** Shipments that are not over, with what Amazon will take of each; those that go wrong lead. */
export const listModes: Handler<'mode.list'> = (context, { client, standings, ids }) => {
  const isKnown = client === undefined || getClients(context.store).some(({ name }) => name === client)
  if (!isKnown) return fail({ kind: 'client-unknown', name: client })
  const rows = judgeRows(context, client)
  const wanted = ids && new Set(ids)
  return ok({
    standings: modeStandings.map((standing) => ({
      standing,
      count: rows.filter(({ verdict }) => verdict.standing === standing).length,
    })),
    rows: rows
      .filter(
        ({ id, verdict }) => (wanted?.has(id) ?? true) && (standings?.includes(verdict.standing) ?? true),
      )
      .toSorted((a, b) => rank(a) - rank(b) || a.id - b.id),
  })
}

const rank = ({ verdict }: ModeRow): number => modeCases.indexOf(verdict.kind)

function judgeRows({ store, index }: CommandContext, client: string | undefined): ModeRow[] {
  const languages = new Map(getClients(store).map(({ id, language }) => [id, language]))
  const carriers = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier]))
  const marks = Map.groupBy(getModeMarks(store), ({ shipmentId }) => shipmentId)
  const rows: ModeRow[] = []
  for (const row of index.all()) {
    const isOver = row.programme === 'own' && !row.isOpen
    if (isOver || (client !== undefined && row.client !== client)) continue
    const { id, fbaId, fc, amazonMode, roadMode, carrier, pro, boxes, paired } = row
    const own = marks.get(id) ?? []
    rows.push({
      id,
      fbaId,
      client: row.client,
      fc,
      amazonMode,
      roadMode,
      carrier,
      pro,
      boxes,
      paired,
      language: languages.get(row.clientId)!,
      verdict: judgeMode({
        ...row,
        carrier: row.carrierId === null ? null : (carriers.get(row.carrierId) ?? null),
        marks: own.map(({ mark }) => mark),
      }),
      marks: own.map(({ mark, value, reason, who, atMs }) => ({ mark, value, reason, who, atMs })),
    })
  }
  return rows
}
