import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { Bridge } from '../../../shared/contract/bridge.ts'
import type { CallAnswer, CallInput, CallName, CallOutput } from '../../../shared/contract/contract.ts'
import type { Language } from '../../../shared/locales/catalogue.ts'
import { launchDesk, type RunningDesk } from '../../support/launch.ts'
import { patience } from './wait-until.ts'

declare global {
  interface Window {
    readonly tailboard: Bridge
  }
}

export interface DeskUnderTest {
  desk: RunningDesk
  page: Page
  userData: string
  /** Errors of the page, among them requests its policy refused. */
  faults: string[]
  close(): Promise<void>
}

interface DeskOptions {
  userData: string
  language?: Language
  env?: Record<string, string>
}

/** The folder of one desk, as `app.getPath('userData')`. */
export const makeUserData = (): string => mkdtempSync(path.join(tmpdir(), 'tailboard-e2e-'))

export const removeUserData = (userData: string): void =>
  rmSync(userData, { recursive: true, force: true, maxRetries: 10 })

export async function openDesk({
  userData,
  language = 'zh-CN',
  env = {},
}: DeskOptions): Promise<DeskUnderTest> {
  const desk = await launchDesk({ userData, locale: language === 'en' ? 'en-US' : language, env })
  const { page } = desk
  const faults: string[] = []
  page.setDefaultTimeout(patience)
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await page.getByRole('main').waitFor()
  return {
    desk,
    page,
    userData,
    faults,
    async close() {
      await desk.close()
      removeUserData(userData)
    },
  }
}

/** A call as the page makes it, of any name and with anything in it. */
export const callFromPage = (page: Page, name: string, input: unknown): Promise<unknown> =>
  page.evaluate(([each, values]) => window.tailboard.call(each as CallName, values as never), [
    name,
    input,
  ] as const)

/** What the page would be told; for looking, where the screen does not show it. */
export async function look<N extends CallName>(
  page: Page,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const answer = (await callFromPage(page, name, input)) as CallAnswer<N>
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.problem)}`)
  return answer.value
}

/** Entries of the history. */
export const countChanges = async (page: Page): Promise<number> =>
  (await look(page, 'history.list', { limit: 1_000 })).entries.length

/** The next file dialog of the system is answered with these. */
export const answerFileDialog = (desk: RunningDesk, files: string[]): Promise<void> =>
  desk.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths })
  }, files)

export const fillClipboard = (desk: RunningDesk, text: string): Promise<void> =>
  desk.evaluate(async ({ clipboard }, copied) => {
    await clipboard.writeText(copied)
  }, text)
