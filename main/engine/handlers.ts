import type { CallName } from '../../shared/contract/contract.ts'
import { getAppState, setWho } from '../commands/app-state.ts'
import { applyAssign } from '../commands/assign.ts'
import { writeBackup } from '../commands/backup.ts'
import { addBlock, changeBlock, listBlocks, moveBlock } from '../commands/blocks.ts'
import { getAssignDraft, keepAssignDraft } from '../commands/assign-draft.ts'
import { listCarriers, saveCarrier } from '../commands/carriers.ts'
import { listRules, moveRule, removeRule, removeRuleSet, saveRule, saveRuleSet } from '../commands/rules.ts'
import { runCheck } from '../commands/check-clients.ts'
import { checkNumbers } from '../commands/check-numbers.ts'
import { listClients, saveClient } from '../commands/clients.ts'
import { listDrivers, listVehicles, saveDriver, saveVehicle } from '../commands/fleet.ts'
import { listLoads, removeLoad, saveLoad } from '../commands/loads.ts'
import { commitImports } from '../commands/commit-imports.ts'
import { discardDraft, listDrafts, openFiles, settleDraft } from '../commands/drafts.ts'
import { editBoxes } from '../commands/edit-boxes.ts'
import { editShipments } from '../commands/edit-shipments.ts'
import { listExports, planExport, runExport } from '../commands/export.ts'
import { listHistory, redo, undo } from '../commands/history.ts'
import { runForecast } from '../commands/forecast.ts'
import { confirmLedger, getLedgerState } from '../commands/ledger.ts'
import { listImports } from '../commands/list-imports.ts'
import { forgetHeading, forgetLayout, listLayouts } from '../commands/layouts.ts'
import { pageBoxes } from '../commands/list-boxes.ts'
import { countShipmentFacets, listShipmentIds, pageShipments } from '../commands/list-shipments.ts'
import { listModes } from '../commands/list-modes.ts'
import { markTwoTrucks, removeMark, writeSameNumber } from '../commands/mark-modes.ts'
import { acceptLease, leaseNumbers } from '../commands/number-leases.ts'
import { getNumberState, listNumbers, releaseNumbers } from '../commands/numbers.ts'
import { offerFile, offerFolder } from '../commands/offer.ts'
import { addOverrides, listOverrides, withdrawOverride } from '../commands/overrides.ts'
import { applyPairing, previewPairing } from '../commands/pair.ts'
import { listAssignIds, previewAssign } from '../commands/preview-assign.ts'
import { getPolicySettings, setPolicySettings } from '../commands/policy-settings.ts'
import { closePractice, listPracticeFiles, openPractice, removePractice } from '../commands/practice.ts'
import { applyReissue, previewReissue } from '../commands/reissue.ts'
import { returnToClient } from '../commands/return-to-client.ts'
import { getScanShipment, takeScan, undoScan } from '../commands/scan.ts'
import { listPolicyRules, setRuleLevel } from '../commands/rule-levels.ts'
import { getProvenance } from '../commands/shipment-provenance.ts'
import { verifyShipments } from '../commands/verify-shipments.ts'
import { takeRulePack } from '../commands/take-rule-pack.ts'
import { getWatch, setWatch } from '../commands/watch.ts'
import type { Handler } from './context.ts'
import type { Workspaces } from './workspaces.ts'

/** Calls that change which workspace is open get the workspaces instead of one context. */
export type WorkspaceHandler<N extends CallName> = (workspaces: Workspaces) => Handler<N>

const handlers: { [N in CallName]: Handler<N> | { withWorkspaces: WorkspaceHandler<N> } } = {
  'app.state': { withWorkspaces: getAppState },
  'app.setWho': setWho,
  'practice.open': { withWorkspaces: openPractice },
  'practice.close': { withWorkspaces: closePractice },
  'practice.remove': { withWorkspaces: removePractice },
  'practice.files': { withWorkspaces: listPracticeFiles },
  'file.offer': offerFile,
  'folder.offer': offerFolder,
  'import.open': openFiles,
  'import.drafts': listDrafts,
  'import.settle': settleDraft,
  'import.discard': discardDraft,
  'import.commit': commitImports,
  'import.returnToClient': returnToClient,
  'import.list': listImports,
  'watch.get': getWatch,
  'watch.set': setWatch,
  'shipment.page': pageShipments,
  'shipment.facets': countShipmentFacets,
  'shipment.ids': listShipmentIds,
  'shipment.edit': editShipments,
  'shipment.provenance': getProvenance,
  'shipment.verify': verifyShipments,
  'reissue.preview': previewReissue,
  'reissue.apply': applyReissue,
  'box.page': pageBoxes,
  'box.edit': editBoxes,
  'assign.preview': previewAssign,
  'assign.ids': listAssignIds,
  'assign.apply': applyAssign,
  'assign.getDraft': getAssignDraft,
  'assign.keepDraft': keepAssignDraft,
  'pairing.preview': previewPairing,
  'pairing.apply': applyPairing,
  'scan.shipment': getScanShipment,
  'scan.take': takeScan,
  'scan.undo': undoScan,
  'check.run': runCheck,
  'forecast.run': runForecast,
  'policy.settings': getPolicySettings,
  'policy.setSettings': setPolicySettings,
  'mode.list': listModes,
  'mode.markTwoTrucks': markTwoTrucks,
  'mode.useSameNumber': writeSameNumber,
  'mode.removeMark': removeMark,
  'policy.rules': listPolicyRules,
  'policy.usePack': takeRulePack,
  'policy.setLevel': setRuleLevel,
  'override.list': listOverrides,
  'override.add': addOverrides,
  'override.withdraw': withdrawOverride,
  'export.plan': planExport,
  'export.run': runExport,
  'export.list': listExports,
  'history.list': listHistory,
  'history.undo': undo,
  'history.redo': redo,
  'number.check': checkNumbers,
  'client.list': listClients,
  'client.save': saveClient,
  'carrier.list': listCarriers,
  'carrier.save': saveCarrier,
  'vehicle.list': listVehicles,
  'vehicle.save': saveVehicle,
  'driver.list': listDrivers,
  'driver.save': saveDriver,
  'load.list': listLoads,
  'load.save': saveLoad,
  'load.remove': removeLoad,
  'rule.list': listRules,
  'rule.save': saveRule,
  'rule.move': moveRule,
  'rule.remove': removeRule,
  'ruleSet.save': saveRuleSet,
  'ruleSet.remove': removeRuleSet,
  'block.list': listBlocks,
  'block.add': addBlock,
  'block.change': changeBlock,
  'block.move': moveBlock,
  'block.numbers': listNumbers,
  'block.lease': leaseNumbers,
  'block.accept': acceptLease,
  'number.state': getNumberState,
  'number.release': releaseNumbers,
  'backup.write': writeBackup,
  'ledger.state': getLedgerState,
  'ledger.confirm': confirmLedger,
  'layout.list': listLayouts,
  'layout.forget': forgetLayout,
  'layout.forgetHeading': forgetHeading,
}

export function getHandler<N extends CallName>(workspaces: Workspaces, name: N): Handler<N> {
  const handler = handlers[name]
  return typeof handler === 'function' ? handler : handler.withWorkspaces(workspaces)
}
