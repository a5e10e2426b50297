import { getImports } from '../../db/imports.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'

export const listImports: Handler<'import.list'> = ({ store }) => ok({ imports: getImports(store) })
