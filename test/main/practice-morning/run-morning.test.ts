import { createHash } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from '../../../main/engine/engine.ts'
import { forkParser } from '../../../main/files/fork-parser.ts'
import { buildTrackingWorkbook } from '../../../main/files/tracking-workbook.ts'
import { generatePracticeMorning } from '../../../main/practice-morning/generate-practice-morning.ts'
import { morningSurroundings, runMorning } from '../../../main/practice-morning/run-morning.ts'
import { verifyExport } from '../../../main/practice-morning/verify-export.ts'

let folder: string
const lines: string[] = []
const { expected } = generatePracticeMorning()

/** The whole morning in a folder of its own. */
async function runIn(place: string, log: (line: string) => void) {
  const opened = openEngine({
    files: {
      database: path.join(place, 'practice.db'),
      practiceFolder: path.join(place, 'practice'),
      exportFolder: path.join(place, 'exports'),
    },
    surroundings: morningSurroundings(),
    startParser: forkParser,
    canPickFolder: true,
  })
  if (!opened.ok) throw new Error(opened.problem.kind)
  try {
    return await runMorning(opened.value, {
      out: path.join(place, 'out'),
      inbox: path.join(place, 'inbox'),
      log,
    })
  } finally {
    opened.value.close()
  }
}

async function hashTree(place: string): Promise<string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  const hashed = files.map(async (file) => {
    const sha256 = createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
    return `${path.relative(place, file)} ${sha256}`
  })
  return (await Promise.all(hashed)).toSorted()
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'morning-test-'))
  const first = await runIn(path.join(folder, 'first'), (line) => lines.push(line))
  if (!first.ok) throw new Error(JSON.stringify(first.problem))
}, 120_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

/** A copy of the export with one file changed, verified. */
async function verifyAfter(file: string, change: (bytes: Buffer) => Uint8Array | null): Promise<string[]> {
  const copy = await mkdtemp(path.join(folder, 'copy-'))
  await cp(path.join(folder, 'first', 'out'), copy, { recursive: true })
  const changed = change(await readFile(path.join(copy, file)))
  if (changed === null) await rm(path.join(copy, file))
  else await writeFile(path.join(copy, file), changed)
  return (await verifyExport(copy, expected)).map((difference) => difference.where)
}

const client = expected.clients.find((each) => each.client === 'Bright Harbor Toys')!
const parcel = client.parcels[0]!
const upload = `Bright Harbor Toys/upload/${parcel.fbaId}.xlsx`

describe('the practice morning', () => {
  it('goes from client files to verified exports, and says every step', () => {
    const steps = [
      'generate',
      'set up',
      'read',
      'settle',
      'import',
      'assign',
      'pair',
      'decide',
      'check',
      'export',
    ]
    expect(lines.map((line) => line.slice(0, 9).trim())).toEqual([...steps, 'verify'])
    expect(lines.at(-1)).toMatch(/tracking IDs 1800, PRO numbers 209, differences 0$/)
  })

  it('writes the same bytes in another run', async () => {
    expect(await runIn(path.join(folder, 'second'), () => {})).toMatchObject({ ok: true })
    const first = await hashTree(path.join(folder, 'first', 'out'))
    expect(await hashTree(path.join(folder, 'second', 'out'))).toEqual(first)
  }, 120_000)

  it('stops at the first call that is refused, and says which', async () => {
    const refusing = { call: async () => ({ ok: false as const, problem: { kind: 'engine-gone' as const } }) }
    const inbox = path.join(folder, 'refused')
    const outcome = await runMorning(refusing, { out: path.join(folder, 'none'), inbox, log: () => {} })
    expect(outcome).toEqual({
      ok: false,
      problem: { kind: 'call-refused', call: 'client.save', subject: '', problem: { kind: 'engine-gone' } },
    })
  })
})

describe('the verification of an export', () => {
  it('finds nothing to say of the morning itself', async () => {
    expect(await verifyExport(path.join(folder, 'first', 'out'), expected)).toEqual([])
  })

  it('finds two tracking IDs that changed places', async () => {
    const [first, second, ...rest] = parcel.boxes
    const swapped = [
      { boxId: first!.boxId, trackingId: second!.trackingId },
      { boxId: second!.boxId, trackingId: first!.trackingId },
      ...rest,
    ]
    const where = await verifyAfter(upload, () =>
      buildTrackingWorkbook({ shipmentId: parcel.fbaId, boxes: swapped }),
    )
    expect(where).toContain(`${upload} boxes #1`)
    expect(where.some((place) => place.startsWith('manifest.json files'))).toBe(true)
  })

  it('finds a file that is missing', async () => {
    const where = await verifyAfter(upload, () => null)
    expect(where.some((place) => place.startsWith('Bright Harbor Toys/. '))).toBe(true)
  })

  it("finds another client's shipment in a folder", async () => {
    const stranger = expected.clients.find((each) => each.client === '深圳拓海')!.parcels[0]!
    const where = await verifyAfter(upload, () =>
      buildTrackingWorkbook({ shipmentId: parcel.fbaId, boxes: stranger.boxes }),
    )
    expect(where).toContain(`${upload} owner`)
  })

  it('finds a changed byte in any file', async () => {
    const where = await verifyAfter('SHA256SUMS', (bytes) => Buffer.concat([bytes, Buffer.from('0')]))
    expect(where.some((place) => place.startsWith('SHA256SUMS'))).toBe(true)
  })

  it('finds an export without a manifest', async () => {
    expect((await verifyAfter('manifest.json', () => null)).length).toBeGreaterThan(2)
  })
})
