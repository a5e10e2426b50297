import path from 'node:path'
import { launchDesk, type LaunchOptions, type RunningDesk } from './launch.ts'

interface FixturePage {
  platform: string
  invoke(channel: string, value?: unknown): Promise<{ value: unknown; sender: unknown }>
  double(value: number): number
  getPaths(files: File[]): string[]
  onNews(listener: (news: unknown) => void): () => void
  talk(text: string): Promise<string>
}

interface FixtureChild {
  pid: number
  postMessage(message: unknown): void
  on(event: 'message' | 'exit', listener: (value: never) => void): void
}

interface FixtureMain {
  seen: {
    secondInstance: { argv: string[]; data: unknown } | null
    navigations: string[]
    opened: string[]
    requests: string[]
    downloads: number
  }
  children: { one: FixtureChild; two: FixtureChild }
  isMarked: boolean
}

// What the fixture app puts on the globals of its page and of its main process.
declare global {
  interface Window {
    fixturePage: FixturePage
    fixtureNews: unknown[]
  }
  var fixtureApp: FixtureMain
}

/** Starts the small app of test/fixtures/stand-in-app, on which the stand-in itself is tested. */
export const launchFixtureApp = (options: Omit<LaunchOptions, 'root'>): Promise<RunningDesk> =>
  launchDesk({ ...options, root: path.resolve(import.meta.dirname, '../fixtures/stand-in-app') })
