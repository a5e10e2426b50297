import { writeFileSync } from 'node:fs'
import { makeBoxCsv } from './bench-data.ts'

/** In a process of its own, so that making the file leaves nothing in the memory that is measured. */
const [, , file, shipments, boxesEach] = process.argv
writeFileSync(file!, makeBoxCsv(Number(shipments), Number(boxesEach)))
