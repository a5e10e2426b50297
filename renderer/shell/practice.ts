import { openFiles } from '../import/import-store.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { reloadAppState, useAppStore } from './app-state.ts'
import { ask } from './ask.ts'
import { useLook } from './look.ts'
import { goTo } from './navigation.ts'
import { showToast } from './toasts.ts'
import { forgetWorkspace } from './workspace.ts'

async function enterWorkspace(): Promise<void> {
  forgetWorkspace()
  await reloadAppState()
}

/** Opens the sample company: with its twelve files on the import screen, or where it was left. */
export async function openPractice(): Promise<void> {
  const answer = await ask('practice.open', {})
  if (!answer.ok) return
  await enterWorkspace()
  if ((useAppStore.getState().app?.shipments ?? 0) > 0) {
    goTo('shipments')
    return
  }
  goTo('import')
  await openFiles(answer.value.files)
}

export async function closePractice(): Promise<void> {
  const answer = await ask('practice.close', {})
  if (answer.ok) await enterWorkspace()
}

export async function removePractice(): Promise<void> {
  const answer = await ask('practice.remove', {})
  if (!answer.ok) return
  await enterWorkspace()
  showToast({ tone: 'done', text: getTranslate(useLook.getState().language)('common.practice.removed') })
}
