import { getBridge } from '../api.ts'

type ChosenFiles = Awaited<ReturnType<ReturnType<typeof getBridge>['offerFiles']>>

const tables = '.xlsx,.xlsm,.xls,.csv,.tsv,.txt'

/** The system's dialog, or the browser's where there is none. Nothing chosen is an empty list. */
export const chooseFiles = async (accept = tables): Promise<ChosenFiles> =>
  (await getBridge().pickFiles()) ?? chooseInPage(accept)

function chooseInPage(accept: string): Promise<ChosenFiles> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = accept
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
