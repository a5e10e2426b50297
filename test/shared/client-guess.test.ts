import { expect, test } from 'vitest'
import { decideClient, type ClientEvidence } from '../../shared/domain/client-guess.ts'

const a = '宁波星野'
const b = '深圳拓海'
const says = (source: ClientEvidence['source'], ...clients: string[]): ClientEvidence => ({ source, clients })

test('sources that name the same client decide', () => {
  expect(decideClient([says('file-name', a), says('shipments', a), says('layout', b)], false)).toEqual({
    client: a,
    candidates: [],
  })
})

test('sources that differ ask, and say who speaks for whom', () => {
  expect(decideClient([says('stated'), says('file-name', a), says('shipments', b)], false)).toEqual({
    client: null,
    candidates: [
      { client: a, source: 'file-name' },
      { client: b, source: 'shipments' },
    ],
  })
})

test('a doubt that was answered once is not asked again: the client who uses the layout settles it', () => {
  const evidence = [says('stated', 'XY Trading'), says('folder', a)]
  expect(decideClient(evidence, false).client).toBeNull()
  expect(decideClient([...evidence, says('layout', a)], false).client).toBe(a)
})

test('a layout alone decides only where one client uses it and the name points to nobody else', () => {
  expect(decideClient([says('layout', a)], true).client).toBe(a)
  expect(decideClient([says('layout', a)], false)).toEqual({
    client: null,
    candidates: [{ client: a, source: 'layout' }],
  })
  expect(decideClient([says('layout', a, b)], true).client).toBeNull()
})

test('a source that names several clients decides nothing', () => {
  expect(decideClient([says('shipments', a, b)], true).client).toBeNull()
  expect(decideClient([says('shipments', a, b), says('folder', b)], true).client).toBe(b)
})

test('without any sign nobody is proposed', () => {
  expect(decideClient([says('stated'), says('layout')], true)).toEqual({ client: null, candidates: [] })
})
