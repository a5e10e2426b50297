import { readNumbersOnFile } from '../../db/numbers-on-file.ts'
import { getOverrides } from '../../db/override.ts'
import type { Store } from '../../db/store.ts'
import type { ExistingShipment, ImportContext } from '../../shared/domain/import-plan.ts'
import { getMarketplace } from '../../shared/domain/rule-pack/marketplace.ts'
import type { ImportedShipment } from '../../shared/domain/sheet/imported-shipment.ts'
import { checkStandIn, getStandInRule, type NumbersOnFile } from '../../shared/domain/stand-in.ts'
import { getRulebook } from '../engine/rulebook.ts'

/** Judges a file's PRO numbers by what is on file and by the file itself; one that stands already is left to the check. */
export function makeFindStandIn(
  store: Store,
  day: string,
  imported: readonly ImportedShipment[],
  existing: ReadonlyMap<string, ExistingShipment>,
): ImportContext['findStandIn'] {
  const onFile = getNumbersWith(store, imported)
  const rulebook = getRulebook(store, day)
  const known = [...existing.values()].map(({ shipment }) => shipment.id)
  const overrides = getOverrides(store, known)
  return ({ fbaId, pro, isa, referenceId, fc }) => {
    const standing = existing.get(fbaId)?.shipment
    if (pro === undefined || standing?.pro === pro) return null
    const shipment = {
      id: standing?.id ?? 0,
      fbaId,
      isa: isa ?? standing?.isa ?? null,
      referenceId: referenceId ?? standing?.referenceId ?? null,
    }
    const standIn = checkStandIn(pro, shipment, onFile)
    if (!standIn) return null
    const rule = getStandInRule(standIn.kind)
    const applied = rulebook
      .getRules(getMarketplace('', fc ?? standing?.fc ?? null))
      .find((candidate) => candidate.rule.id === rule)
    const isLetThrough = overrides
      .get(shipment.id)
      ?.some((other) => other.rule === rule && other.value === pro)
    return applied?.level === 'block' && !isLetThrough ? standIn : null
  }
}

/** The file's appointments and tracking IDs stand beside those on file. */
function getNumbersWith(store: Store, imported: readonly ImportedShipment[]): NumbersOnFile {
  const pros = imported.map((shipment) => shipment.pro).filter((pro) => pro !== undefined)
  const onFile = readNumbersOnFile(store, pros)
  const isas = new Map<string, string>()
  const trackings = new Map<string, string>()
  for (const { fbaId, isa, boxes } of imported) {
    if (isa !== undefined) isas.set(isa, fbaId)
    for (const { trackingId } of boxes) if (trackingId !== null) trackings.set(trackingId, fbaId)
  }
  return {
    findIsa: (value) => isas.get(value) ?? onFile.findIsa(value),
    findTracking(value, shipment) {
      const owner = trackings.get(value)
      return owner !== undefined && owner !== shipment.fbaId ? owner : onFile.findTracking(value, shipment)
    },
  }
}
