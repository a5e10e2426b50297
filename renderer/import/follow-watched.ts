import { getTranslate } from '../../shared/locales/translate.ts'
import { getBridge } from '../api.ts'
import { useLook } from '../shell/look.ts'
import { useNavigation } from '../shell/navigation.ts'
import { showToast } from '../shell/toasts.ts'
import { addWatched } from './import-store.ts'

/** Files of the watch folder join the queue at once; the cursor stays where it is. */
export const followWatched = (): (() => void) =>
  getBridge().on('watched', ({ drafts }) => {
    const isInView = useNavigation.getState().screen === 'import'
    addWatched(drafts, isInView)
    const t = getTranslate(useLook.getState().language)
    const [first] = drafts
    showToast({
      tone: 'info',
      text: t(drafts.length === 1 ? 'import.said.watchedOne' : 'import.said.watchedMany', {
        count: drafts.length,
        file: first?.fileName ?? '',
      }),
      action: isInView ? undefined : 'goImport',
    })
  })
