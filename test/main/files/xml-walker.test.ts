import * as fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { FileRefusal } from '../../../main/files/file-refusal.ts'
import { createXmlWalker } from '../../../main/files/xml-walker.ts'

const limits = { xmlDepth: 64, xmlTokenChars: 2 * 1024 * 1024 }

/** What happens in a document, neighbouring texts joined; null where it is refused. */
type Events = string[] | null

function createLog() {
  const events: string[] = []
  return {
    events,
    add: (event: string) => void events.push(event),
    addText: (text: string): void => {
      if (events.at(-1)?.startsWith('#')) events[events.length - 1] += text
      else if (text !== '') events.push(`#${text}`)
    },
  }
}

const describeTag = (name: string, attributes: readonly (readonly [string, string])[]): string =>
  `<${name} ${JSON.stringify(attributes)}`

function walk(chunks: readonly string[]): Events {
  const log = createLog()
  const walker = createXmlWalker(
    'part.xml',
    {
      open: (name, attributes) =>
        log.add(
          describeTag(
            name,
            attributes.names().map((key) => [key, attributes.get(key)!]),
          ),
        ),
      close: (name) => log.add(`/${name}`),
      text: log.addText,
    },
    limits,
  )
  try {
    for (const chunk of chunks) walker.write(chunk)
    walker.end()
  } catch (error) {
    if (error instanceof FileRefusal) return null
    throw error
  }
  return log.events
}

/** The same by another parser. */
function walkBySaxes(chunks: readonly string[]): Events {
  const log = createLog()
  const parser = new SaxesParser({ xmlns: false })
  let depth = 0
  const addInRoot = (text: string) => {
    if (depth > 0) log.addText(text)
  }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('doctype')
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    log.add(describeTag(name, Object.entries(attributes)))
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    log.add(`/${name}`)
  })
  parser.on('text', addInRoot)
  parser.on('cdata', addInRoot)
  try {
    for (const chunk of chunks) parser.write(chunk)
    parser.close()
  } catch {
    return null
  }
  return log.events
}

const token = fc.constantFrom(
  ...[
    ['<a>', '</a>', '<b', '>', '/>', '</b>', '</b >', '<c/>', '</', '<'],
    [' r="1"', " s='2'", ' r="&lt;&#65;"', ' r = "a\tb\r\nc"', ' r="<"', ' t=x', ' u="', '"'],
    ['text', '客户', '😀', ' ', '\n', '\r\n', '\r', '\0', '\ufffe', ']]>', '&amp;', '&#x4E00;', '&#0;'],
    ['&x;', '&', '&lt', '<!-- a -->', '<!-- a -- b -->', '<!--', '-->', '<![CDATA[<&]]>', '<![CDATA['],
    ['<?p i?>', '<?', '?>', '<!DOCTYPE a>', '<!DOCTYPE a [<!ENTITY x "y">]>', '<!', '\ufeff'],
  ].flat(),
)
const sound = fc.constantFrom(
  ...[
    ['<b>', '<b r="1" s="&#50;">', '</b>', '<c/>', '<c t="x" />', 'text', '客户', '\r\n', '&amp;', '&gt;'],
    ['<!-- a -->', '<![CDATA[<&]]>', '<?p i?>', ' '],
  ].flat(),
)
const document = fc
  .oneof(
    fc.array(token, { maxLength: 12 }),
    fc.array(sound, { maxLength: 12 }).map((inner) => ['<a>', ...inner, '</a>']),
    fc
      .tuple(fc.array(sound, { maxLength: 8 }), token, fc.array(sound, { maxLength: 8 }))
      .map(([before, odd, after]) => ['<a>', ...before, odd, ...after, '</a>']),
  )
  .map((tokens) => tokens.join(''))

const cut = (text: string, places: readonly number[]): string[] => {
  const cuts = [0, ...places.map((place) => place % (text.length + 1)), text.length].toSorted((a, b) => a - b)
  return cuts.slice(1).map((end, index) => text.slice(cuts[index], end))
}

describe('a part of a workbook', () => {
  test('is walked as another parser walks it, or refused by both', () => {
    const seen = { read: 0, refused: 0 }
    fc.assert(
      fc.property(document, fc.array(fc.nat(200), { maxLength: 4 }), (text, places) => {
        const events = walk(cut(text, places))
        expect(events).toEqual(walkBySaxes([text]))
        seen[events === null ? 'refused' : 'read'] += 1
      }),
      { numRuns: 4_000, examples: [['<a><?客户<?p i?></a>', []]] },
    )
    expect(seen.read).toBeGreaterThan(200)
    expect(seen.refused).toBeGreaterThan(200)
  })

  test('gives each tag the position just behind it, however it is cut', () => {
    const text = '<?xml version="1.0"?>\r\n<x:a><x:b r="1"/>text</x:a>'
    const positions: [string, number][] = []
    const walker = createXmlWalker(
      'part.xml',
      {
        open: (name) => void positions.push([name, walker.getPosition()]),
        close: (name) => void positions.push([`/${name}`, walker.getPosition()]),
        text: () => {},
      },
      limits,
    )
    for (const char of text) walker.write(char)
    walker.end()
    const behind = (tag: string) => text.indexOf(tag) + tag.length
    expect(positions).toEqual([
      ['a', behind('<x:a>')],
      ['b', behind('<x:b r="1"/>')],
      ['/b', behind('<x:b r="1"/>')],
      ['/a', text.length],
    ])
  })

  test('with a tag of very many attributes is read in no time', () => {
    const attributes = Array.from({ length: 50_000 }, (_, index) => ` a${index}="1"`).join('')
    const handlers = { open() {}, close() {}, text() {} }
    const before = performance.now()
    createXmlWalker('part.xml', handlers, limits).write(`<a${attributes}/>`)
    const again = createXmlWalker('part.xml', handlers, limits)
    expect(() => again.write(`<a${attributes} a7="1"/>`)).toThrow(FileRefusal)
    expect(performance.now() - before).toBeLessThan(5_000)
  })
})
