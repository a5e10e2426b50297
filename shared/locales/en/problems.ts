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
    client: 'client',
    carrier: 'carrier',
    rule: 'carrier rule',
    ruleSet: 'rule set',
    vehicle: 'vehicle',
    driver: 'driver',
    block: 'number block',
  },
  ...shipmentProblemWords,
  ...cellWords,
  ...pairingProblemWords,
  field: fieldWords,
} as const
