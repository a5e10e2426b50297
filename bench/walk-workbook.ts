import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { readFileSync } from 'node:fs'
import { SaxesParser } from 'saxes'

/** The floor of reading a workbook: yauzl + saxes walking every string and cell and dropping them. */
async function walk(zip: ZipFile, entry: Entry, parser: SaxesParser): Promise<void> {
  const stream = await zip.openReadStreamPromise(entry)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const piece of stream) parser.write(decoder.decode(piece as Buffer, { stream: true }))
  parser.close()
}

async function walkWorkbook(file: string): Promise<number> {
  const zip = await fromBufferPromise(readFileSync(file))
  let cells = 0
  for await (const entry of zip.eachEntry()) {
    const isSheet = entry.fileName.startsWith('xl/worksheets/')
    if (!isSheet && entry.fileName !== 'xl/sharedStrings.xml') continue
    const parser = new SaxesParser({ xmlns: false, position: false })
    let value = ''
    parser.on('opentag', ({ name }) => {
      if (name === 'c') value = ''
    })
    parser.on('text', (text) => {
      value = text
    })
    parser.on('closetag', ({ name }) => {
      if (name === 'c' && value !== '') cells++
    })
    await walk(zip, entry, parser)
  }
  return cells
}

const startedAt = performance.now()
const cells = await walkWorkbook(process.argv[2]!)
process.send!({ ms: performance.now() - startedAt, count: cells })
process.disconnect()
