import { startEngineProcess } from './engine-process.ts'

/** A parent to be killed: starts an engine and says so. */
await startEngineProcess(process.argv[2]!)
process.send!('ready')
