import type { Dialog } from 'electron'
import { strict } from './not-implemented.ts'
import { records } from './records.ts'

const unanswered = (name: string) => (): never => {
  throw new Error(`stand-in: nobody answers dialog.${name}; a test sets it first`)
}

/** Nobody sits at the stand-in: a test puts a function of its own in the place of each dialog it expects. */
export const dialog = strict('dialog', {
  showOpenDialog: unanswered('showOpenDialog'),
  showOpenDialogSync: unanswered('showOpenDialogSync'),
  showSaveDialog: unanswered('showSaveDialog'),
  showSaveDialogSync: unanswered('showSaveDialogSync'),
  showMessageBox: unanswered('showMessageBox'),
  showMessageBoxSync: unanswered('showMessageBoxSync'),
  showErrorBox(title, content) {
    records.errorBoxes.push({ title, content })
    console.error(`showErrorBox: ${title}: ${content}`)
  },
} satisfies Partial<Dialog>)
