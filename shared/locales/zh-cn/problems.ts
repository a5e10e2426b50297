import { fileWords } from './problems/file.ts'
import { exportWords } from './problems/export.ts'
import { callWords } from './problems/call.ts'
import { shipmentProblemWords } from './problems/shipment.ts'
import { cellWords } from './problems/cell.ts'
import { pairingProblemWords } from './problems/pairing.ts'
import { fieldWords } from './problems/field.ts'

export const problemWords = {
  ...fileWords,
  ...exportWords,
  call: callWords,
  /** What a form saves. */
  saved: {
    client: '客户',
    carrier: '承运人',
    rule: '承运人规则',
    ruleSet: '规则组',
    vehicle: '车辆',
    driver: '司机',
    block: '号段',
  },
  ...shipmentProblemWords,
  ...cellWords,
  ...pairingProblemWords,
  field: fieldWords,
} as const
