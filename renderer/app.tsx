import './app.css'
import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { getBridge } from './api.ts'
import { BoxesScreen } from './boxes/boxes-screen.tsx'
import { CheckExportScreen } from './check-export/check-export-screen.tsx'
import { DataSettingsScreen } from './data-settings/data-settings-screen.tsx'
import { useT } from './i18n.ts'
import { followWatched } from './import/follow-watched.ts'
import { ImportScreen } from './import/import-screen.tsx'
import { openFiles, useImport } from './import/import-store.ts'
import { LoadsScreen } from './loads/loads-screen.tsx'
import { followAppState, useAppStore } from './shell/app-state.ts'
import { showProblem } from './shell/ask.ts'
import { useCommand } from './shell/commands.ts'
import { DrawLockBanner } from './shell/draw-lock-banner.tsx'
import { useDropTargets } from './shell/drop-target.ts'
import { FirstStart } from './shell/first-start.tsx'
import { redo, undo } from './shell/history.ts'
import { followJobs } from './shell/jobs.ts'
import { KeyHelp } from './shell/key-help.tsx'
import { useLook } from './shell/look.ts'
import { MessageLine } from './shell/message-line.tsx'
import { goTo, type Screen, useNavigation } from './shell/navigation.ts'
import { focusNextPane } from './shell/panes.ts'
import { PracticeBanner } from './shell/practice-banner.tsx'
import { ReasonDialog } from './shell/reason-dialog.tsx'
import { StatusBar } from './shell/status-bar.tsx'
import { TopBar } from './shell/top-bar.tsx'
import { useEscape } from './shell/use-escape.ts'
import { useKeyboard } from './shell/use-keyboard.ts'
import { ShipmentsScreen } from './shipments/shipments-screen.tsx'
import { FileDrop } from './ui/file-drop.tsx'

async function importFiles(files: readonly File[]): Promise<void> {
  const offered = await getBridge().offerFiles([...files])
  goTo('import')
  await openFiles(offered)
}

function followEngine(): () => void {
  const stops = [
    followAppState(),
    followJobs(),
    followWatched(),
    getBridge().on('problem', ({ problem }) => showProblem(problem)),
  ]
  return () => stops.forEach((stop) => stop())
}

const screenOf: Record<Screen, () => React.ReactNode> = {
  import: ImportScreen,
  shipments: ShipmentsScreen,
  boxes: BoxesScreen,
  loads: LoadsScreen,
  checkExport: CheckExportScreen,
  data: DataSettingsScreen,
}

const showsShipments: ReadonlySet<Screen> = new Set<Screen>(['shipments', 'boxes'])

function ScreenInView() {
  const screen = useNavigation((navigation) => navigation.screen)
  const app = useAppStore((store) => store.app)
  if (!app) return null
  if (app.shipments === 0 && showsShipments.has(screen)) return <FirstStart />
  const InView = screenOf[screen]
  // Another workspace is another world: nothing of the old one stays in view.
  return <InView key={app.workspace} />
}

export function App() {
  const t = useT()
  const language = useLook((look) => look.language)
  const unseen = useImport((store) => store.unseen.size)
  const dropTarget = useDropTargets((targets) => targets.target)
  useKeyboard()
  useEscape()
  useCommand('undo', () => void undo())
  useCommand('redo', () => void redo())
  useCommand('nextPane', focusNextPane)
  useEffect(followEngine, [])
  return (
    <I18nProvider locale={language}>
      <FileDrop
        hint={dropTarget?.hint ?? t('common.drop')}
        onDrop={(files) => (dropTarget ? dropTarget.onDrop(files) : void importFiles(files))}
      >
        <div className="app">
          <TopBar unseen={unseen} />
          <PracticeBanner />
          <DrawLockBanner />
          <main className="app-main">
            <ScreenInView />
          </main>
          <MessageLine />
          <StatusBar />
        </div>
      </FileDrop>
      <KeyHelp />
      <ReasonDialog />
    </I18nProvider>
  )
}
