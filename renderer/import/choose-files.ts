import { getBridge } from '../api.ts'

type ChosenFiles = Awaited<ReturnType<ReturnType<typeof getBridge>['offerFiles']>>

/** The system's dialog, or the browser's where there is none. Nothing chosen is an empty list. */
export const chooseFiles = async (): Promise<ChosenFiles> => (await getBridge().pickFiles()) ?? chooseInPage()

function chooseInPage(): Promise<ChosenFiles> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = '.xlsx,.xlsm,.xls,.csv,.tsv,.txt'
  return new Promise((resolve, reject) => {
    input.addEventListener('cancel', () => resolve([]))
    input.addEventListener('change', () => {
      getBridge()
        .offerFiles([...(input.files ?? [])])
        .then(resolve, reject)
    })
    input.click()
  })
}
