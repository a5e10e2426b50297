import { expect, test } from 'vitest'
import { openLoadDesk } from '../../support/load-desk.ts'
import { runCli } from '../../support/run-cli.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

test('a fleet is entered and listed: vehicles with caps, drivers with cards, carriers with theirs', async () => {
  const folder = makeTempFolder()
  const run = (...args: string[]) => runCli(folder, args)
  await run(
    'carrier',
    'add',
    '自营车队',
    '--kind',
    'own_fleet',
    '--scac',
    'TLBD',
    '--card-until',
    '2020-01-31',
  )
  await run('carrier', 'add', 'UPS', '--kind', 'parcel')
  expect((await run('carrier', 'list')).out).toContain('per_shipment  2020-01-31, run out\n')

  const caps = ['--max-pallets', '28', '--max-kg', '19500.5']
  expect((await run('vehicle', 'add', '粤b12345', ...caps)).code).toBe(2)
  expect((await run('vehicle', 'add', '粤b12345', '--carrier', 'TLBD', '--max-boxes', '0')).code).toBe(2)
  expect(await run('vehicle', 'add', '粤b12345', '--carrier', 'UPS')).toMatchObject({
    code: 1,
    err: '"UPS" is neither an own nor a partner fleet and plans its trucks itself; nothing was stored. Choose a fleet.\n',
  })
  expect(await run('vehicle', 'add', '粤b12345', '--carrier', 'TLBD', ...caps, '--json')).toMatchObject({
    code: 0,
    json: { id: 1 },
  })
  expect(await run('vehicle', 'list')).toMatchObject({
    code: 0,
    out: '1  粤B12345  自营车队  28 pallets, 19500.5 kg  0 loads\n',
  })

  const card = ['--card-until', '2020-01-31', '--phone', '13800138000']
  expect((await run('driver', 'add', '李师傅', '--carrier', 'TLBD', '--card-until', 'soon')).code).toBe(2)
  expect((await run('driver', 'add', '李师傅', '--carrier', 'TLBD', ...card)).code).toBe(0)
  expect((await run('driver', 'add', '李师傅', '--carrier', 'TLBD')).err).toContain('exists already')
  expect((await run('driver', 'list')).out).toBe(
    '1  李师傅  自营车队  13800138000  2020-01-31, run out  0 loads\n',
  )
  expect((await run('driver', 'list', '--json')).json).toMatchObject({
    drivers: [{ name: '李师傅', cardUntil: '2020-01-31' }],
  })
  expect((await run('undo')).out).toContain('undo: driver')
  expect((await run('driver', 'list')).out).toBe('')
}, 120_000)

test('loads are listed, changed and taken back, and the exit code says whether anything speaks against one', async () => {
  const desk = await openLoadDesk(3)
  await desk.apply()
  const [one, two] = await desk.loads()
  desk.close()
  const run = (...args: string[]) => runCli(desk.folder, args)

  const listed = await run('load', 'list')
  expect([listed.code, listed.out.split('\n')[0]]).toEqual([
    0,
    `${one!.number}  ${one!.day}  ONT8  自营车队  2 shipments  20/26 pallets  4 boxes  498 kg  ISA –  –  –  –  –`,
  ])
  expect((await run('load', 'list', '--from', '2026-01-01', '--json')).json).toEqual({ loads: [] })

  expect((await run('load', 'set', one!.number)).code).toBe(2)
  expect((await run('load', 'set', one!.number, '--leaves', 'early')).code).toBe(2)
  const appointment = ['--isa', '5012345685', '--at', '2026-12-01 10:00']
  const hours = ['--leaves', '08:00', '--back', '2026-12-02 01:30']
  const crew = ['--vehicle', '粤b12345', '--driver', '李师傅', '--max-pallets', '18']
  const set = await run('load', 'set', one!.number.toLowerCase(), ...crew, ...appointment, ...hours)
  expect([set.code, set.out]).toEqual([
    0,
    `${one!.number}  2026-12-01  ONT8  自营车队  2 shipments  20/18 pallets  4 boxes  498 kg  ` +
      'ISA 5012345685  10:00  08:00–12-02 01:30  粤B12345  李师傅\n  Over its caps\n',
  ])
  expect((await run('load', 'list', '--to', '2026-12-01')).code).toBe(1)

  const busy = ['--day', '2026-12-01', '--vehicle', '粤B12345']
  expect(await run('load', 'set', two!.number, ...busy)).toMatchObject({
    code: 1,
    err: `Vehicle 粤B12345 is on load ${one!.number} then; nothing was stored. Choose another, change the times, or give a reason.\n`,
  })
  expect((await run('load', 'set', two!.number, ...busy, '--reason', '同仓两趟')).out).toContain(
    `  Vehicle is on ${one!.number} too (let through: 同仓两趟)\n`,
  )
  expect(
    await run('load', 'set', one!.number, '--vehicle', '-', '--max-pallets', '-', '--json'),
  ).toMatchObject({
    code: 0,
    json: { vehicle: null, maxPallets: null, problems: [] },
  })
  expect((await run('load', 'list')).code).toBe(0)
  expect((await run('load', 'set', one!.number, '--vehicle', '粤B00000')).err).toContain(
    "粤B00000 is none of this carrier's vehicles",
  )

  expect((await run('load', 'remove', two!.number)).out).toBe(`${two!.number} taken back, 1 shipments\n`)
  expect((await run('load', 'remove', two!.number)).err).toContain(`There is no load ${two!.number}.`)
  expect((await run('undo')).out).toContain('undo: load-remove')
  expect((await run('load', 'list', '--json')).json).toMatchObject({
    loads: [{ number: one!.number }, { number: two!.number, reason: '同仓两趟' }],
  })
}, 120_000)
