import path from 'node:path'
import { app, BrowserWindow, dialog, protocol, session } from 'electron'
import { getTranslate } from '../../shared/locales/translate.ts'
import { describeProblem } from '../../shared/words/describe-problem.ts'
import { getDataFolder, getExportFolder } from '../engine/data-folder.ts'
import { getDefaultFiles } from '../engine/workspaces.ts'
import { loadRendererFiles, pageHeaders } from '../page/renderer-files.ts'
import { createUtilityParsers, startEngine } from './engine-host.ts'
import { serveIpc } from './ipc.ts'
import { setMenu } from './menu.ts'
import { pageUrl, secureContents, secureSession, secureWebPreferences } from './security.ts'

const headless = process.argv.indexOf('--headless')

if (headless >= 0) {
  // Not awaited here: Electron is ready only when this module has run to its end.
  void runHeadless(process.argv.slice(headless + 1))
} else {
  openDesk()
}

async function runHeadless(args: readonly string[]): Promise<void> {
  await app.whenReady()
  const { runCli } = await import('../cli/run-cli.ts')
  app.exit(await runCli(args, createUtilityParsers(import.meta.dirname)))
}

function openDesk(): void {
  app.enableSandbox()
  app.commandLine.appendSwitch('disable-background-networking')
  const dataFolder = process.env['TAILBOARD_HOME']
    ? getDataFolder()
    : app.isPackaged
      ? getDataFolder()
      : app.getPath('userData')
  app.setPath('userData', dataFolder)
  app.setAppUserModelId('com.tailboard.desk')
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  app.on('second-instance', () => focusWindow())
  app.on('web-contents-created', (_event, contents) => secureContents(contents))
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(() => start(dataFolder))
}

async function start(dataFolder: string): Promise<void> {
  secureSession(session.defaultSession, app.isPackaged)
  servePage()
  setMenu(app.getLocale())
  const t = getTranslate(app.getLocale().startsWith('zh') ? 'zh-CN' : 'en')
  const engine = await startEngine(import.meta.dirname, {
    files: getDefaultFiles(dataFolder, getExportFolder(dataFolder)),
    version: app.getVersion(),
    canPickFolder: true,
  })
  if (!engine.ok) {
    dialog.showErrorBox('Tailboard', describeProblem(engine.problem, t))
    app.exit(3)
    return
  }
  serveIpc(engine.value)
  const gone = () => {
    dialog.showErrorBox(
      'Tailboard',
      'The engine stopped. Nothing that was stored is lost. Start Tailboard again.',
    )
    app.exit(3)
  }
  let isQuitting = false
  app.on('before-quit', () => (isQuitting = true))
  engine.value.onGone(() => {
    if (!isQuitting) gone()
  })
  await openWindow()
}

/** Our own protocol, served from a fixed map of built files. */
function servePage(): void {
  const files = loadRendererFiles(path.join(import.meta.dirname, '../renderer'))
  protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url)
    const file = host === 'main' ? files.get(pathname) : undefined
    if (!file) return new Response('not found', { status: 404, headers: pageHeaders })
    return new Response(new Uint8Array(file.bytes), {
      headers: { ...pageHeaders, 'content-type': file.type },
    })
  })
}

async function openWindow(): Promise<void> {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Tailboard',
    webPreferences: {
      ...secureWebPreferences,
      devTools: !app.isPackaged,
      preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
      additionalArguments: [`--tailboard-locale=${app.getLocale()}`],
    },
  })
  window.once('ready-to-show', () => window.show())
  await window.loadURL(pageUrl)
}

function focusWindow(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (window?.isMinimized()) window.restore()
  window?.focus()
}
