import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { launchElectron } from './launch-electron.ts'
import { launchStandIn } from './launch-stand-in.ts'
import type { Records } from './electron-stand-in/records.ts'

export type ElectronMain = typeof import('electron') & { standIn?: Records }

export interface LaunchOptions {
  /** Folder of all that the app keeps. The launch puts the home folder in it too, so no test writes to a person's. */
  userData: string
  /** A Chromium locale such as zh-CN. */
  locale?: string
  args?: string[]
  env?: Record<string, string>
  /** Folder of the app's package.json; this project when not given. */
  root?: string
}

export interface RunningDesk {
  kind: 'electron' | 'stand-in'
  /** The main process. */
  pid: number
  /** The first window. */
  page: Page
  /** Runs a function, given as its text, in the main process. */
  evaluate<R, A>(fn: (electron: ElectronMain, arg: A) => R | Promise<R>, arg: A): Promise<R>
  evaluate<R>(fn: (electron: ElectronMain) => R | Promise<R>): Promise<R>
  /** SIGKILL for the main process and its pages. Its utility processes are left to end by themselves. */
  kill(): Promise<void>
  /** Asks the app to quit, and waits until it has. */
  close(): Promise<void>
}

export interface LaunchCommand {
  root: string
  args: string[]
  env: Record<string, string>
}

const projectRoot = path.resolve(import.meta.dirname, '../..')

/** Starts the compiled app: in Electron where its runtime is present, else in the stand-in. */
export function launchDesk({
  userData,
  locale,
  args = [],
  env = {},
  root,
}: LaunchOptions): Promise<RunningDesk> {
  const home = path.join(userData, 'home')
  mkdirSync(home, { recursive: true })
  const command: LaunchCommand = {
    root: root ?? projectRoot,
    args: [`--user-data-dir=${userData}`, ...(locale ? [`--lang=${locale}`] : []), ...args],
    env: {
      ...getOwnEnv(),
      HOME: home,
      USERPROFILE: home,
      XDG_CONFIG_HOME: path.join(home, '.config'),
      ...env,
    },
  }
  const electron = findElectron()
  return electron === null ? launchStandIn(command) : launchElectron(electron, command)
}

/** The runtime's file. The electron package is never imported: that would start a download. */
export function findElectron(): string | null {
  const folder = path.join(projectRoot, 'node_modules/electron')
  const pathFile = path.join(folder, 'path.txt')
  const installed = existsSync(pathFile) ? path.join(folder, 'dist', readFileSync(pathFile, 'utf8')) : null
  const binary = process.env['ELECTRON_BINARY'] ?? installed
  return binary && existsSync(binary) ? binary : null
}

const getOwnEnv = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
