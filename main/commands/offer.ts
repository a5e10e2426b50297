import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'

export const offerFile: Handler<'file.offer'> = ({ tokens }, file) => ok({ token: tokens.offer(file) })

export const offerFolder: Handler<'folder.offer'> = ({ tokens }, { path }) =>
  ok({ token: tokens.offer({ path }) })
