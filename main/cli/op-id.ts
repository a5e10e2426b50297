import { randomUUID } from 'node:crypto'

export const makeOpId = (): string => randomUUID()
