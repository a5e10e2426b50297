import { useEffect, useRef } from 'react'
import { goTo, type Screen, useNavigation } from './navigation.ts'

/** Every command that a key or the desk's menu gives, in the order of the key map. */
export const commandNames = [
  'import',
  'assign',
  'assignAlike',
  'check',
  'checkBack',
  'export',
  'forecast',
  'modes',
  'copyMessage',
  'returnToClient',
  'scan',
  'undo',
  'redo',
  'search',
  'focusGrid',
  'nextPane',
  'refresh',
  'panel',
  'verify',
  'reissue',
  'goImport',
  'goShipments',
  'goBoxes',
  'goLoads',
  'goCheckExport',
  'goData',
  'help',
] as const
export type CommandName = (typeof commandNames)[number]

export const isCommandName = (name: string): name is CommandName =>
  (commandNames as readonly string[]).includes(name)

/** Where a command is at home: it goes there when the screen in view does not answer it. */
const homes: Partial<Record<CommandName, Screen>> = {
  import: 'import',
  assign: 'shipments',
  check: 'shipments',
  checkBack: 'shipments',
  export: 'checkExport',
  forecast: 'checkExport',
  modes: 'checkExport',
  returnToClient: 'import',
  verify: 'shipments',
  reissue: 'shipments',
  scan: 'boxes',
}

const screenOf: Partial<Record<CommandName, Screen>> = {
  goImport: 'import',
  goShipments: 'shipments',
  goBoxes: 'boxes',
  goLoads: 'loads',
  goCheckExport: 'checkExport',
  goData: 'data',
}

type Handler = () => void

/** The newest answers: what lies over a screen comes before it. */
const handlers = new Map<CommandName, Handler[]>()
/** Given before its home screen was in view; carried out as soon as it is. */
let waiting: CommandName | undefined

function register(name: CommandName, handler: Handler): () => void {
  handlers.set(name, [...(handlers.get(name) ?? []), handler])
  if (waiting === name) {
    waiting = undefined
    handler()
  }
  return () => {
    const others = handlers.get(name)?.filter((each) => each !== handler) ?? []
    handlers.set(name, others)
  }
}

export function runCommand(name: CommandName): void {
  const screen = screenOf[name]
  if (screen) {
    goTo(screen)
    return
  }
  const handler = handlers.get(name)?.at(-1)
  if (handler) {
    handler()
    return
  }
  const home = homes[name]
  if (!home || useNavigation.getState().screen === home) return
  waiting = name
  goTo(home)
}

/** Answers a command while the component is in view. */
export function useCommand(name: CommandName, handler: Handler): void {
  const newest = useRef(handler)
  useEffect(() => {
    newest.current = handler
  })
  useEffect(() => register(name, () => newest.current()), [name])
}
