import { benchAssign } from './bench-assign.ts'
import { benchAssignPreview } from './bench-assign-preview.ts'
import { benchCheck, benchJudgeOne } from './bench-check.ts'
import { benchExport } from './bench-export.ts'
import { benchTextGrowth, benchWorkbookGrowth } from './bench-growth.ts'
import { benchImport } from './bench-import.ts'
import { benchMorningCommit, benchMorningPreview } from './bench-morning.ts'
import { benchNumberKnown, benchNumberUnknown } from './bench-number.ts'
import { benchPairingFile, benchPairingRule } from './bench-pair.ts'
import { benchWorkbook } from './bench-workbook.ts'

/** Runs one bench in a process of its own, so that none inherits another's memory. */
const benches = [
  benchImport,
  benchWorkbook,
  benchTextGrowth,
  benchWorkbookGrowth,
  benchMorningPreview,
  benchMorningCommit,
  benchAssign,
  benchAssignPreview,
  benchNumberKnown,
  benchNumberUnknown,
  benchPairingRule,
  benchPairingFile,
  benchCheck,
  benchJudgeOne,
  benchExport,
]

const bench = benches[Number(process.argv[2])]
process.send!(bench ? await bench() : null)
process.disconnect()
