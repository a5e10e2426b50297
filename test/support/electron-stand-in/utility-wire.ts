import type { PortWire } from './remote-ports.ts'

/** What the main process and a utility process send each other. */
export type UtilityWire = { kind: 'message'; data: unknown; ports: string[] } | PortWire
