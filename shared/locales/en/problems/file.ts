export const fileWords = {
  file: {
    missing: '{{file}} was not found: it was moved or renamed. Pick the file again.',
    'is-folder': '{{file}} is a folder, not a table. Open it and pick the files inside.',
    'not-permitted': '{{file}} may not be read. Copy it to a folder of your own and drop it again.',
    locked: '{{file}} is in use by another program. Close it in Excel and drop it again.',
    unreadable: '{{file}} cannot be read (system code {{code}}). Copy it to this computer and drop it again.',
    empty: '{{file}} has no content. Ask the client for the filled-in sheet.',
    'too-large': '{{file}} has {{size}} MB, the limit is {{limit}} MB. Split it into several files.',
    'not-a-table': '{{file}} is {{found}}, not a table. Ask the client for an Excel or CSV file.',
    'not-a-workbook':
      '{{file}} is no workbook, whatever its name says. Ask the client for an Excel or CSV file.',
    'legacy-xls':
      '{{file}} is from an Excel older than version 5, which is not read. Save it as .xlsx in Excel and import that.',
    'damaged-xls':
      '{{file}} is damaged and does not open as an Excel 97–2003 workbook. Ask the client to send it again.',
    'damaged-xls-cell':
      '{{file}} is damaged at cell {{cell}}. Open it in Excel, save it as .xlsx and import that.',
    'unknown-code-page':
      '{{file}} has characters in a code page that is not known ({{codePage}}). Save it as .xlsx in Excel and import that.',
    encrypted: '{{file}} has a password. Remove it in Excel, save, and import again.',
    'damaged-zip': '{{file}} is damaged and does not open as a workbook. Ask the client to send it again.',
    'damaged-part':
      '{{file}} is damaged: {{part}} in it cannot be read. Ask the client to send the file again.',
    'too-many-entries':
      '{{file}} has more than {{limit}} parts inside, unlike any normal workbook. Save it as a new file in Excel and import that.',
    'duplicate-entry':
      '{{file}} holds {{part}} twice, so neither can be trusted. Save it as a new file in Excel and import that.',
    'unsafe-entry':
      '{{file}} was not read: its part {{part}} points outside the file. Save it as a new file in Excel and import that.',
    bomb: '{{file}} was not read: its part {{part}} unpacks to far more than any sheet needs. Remove what is not needed in Excel, save, and import again.',
    doctype:
      '{{file}} was not read: its part {{part}} has an outside declaration. Save it as a new file in Excel and import that.',
    'too-deep':
      '{{file}} was not read: its part {{part}} is nested deeper than {{limit}} levels. Save it as a new file in Excel and import that.',
    'damaged-xml':
      '{{file}} is damaged: {{part}} in it is incomplete. Open it in Excel, save it as a new file and import that.',
    'unknown-encoding':
      '{{file}} has an unknown encoding (not UTF-8, UTF-16 or GB18030). Save it as .xlsx in Excel and import that.',
    'nul-character':
      '{{file}} row {{row}} has null characters, so it is no complete text. Ask the client to send it again.',
    'unclosed-quote':
      '{{file}} row {{row}} has a quote that never ends, so later rows would shift. Close the quote and import again.',
    'misplaced-quote':
      '{{file}} row {{row}} has a quote in the wrong place, so later columns would shift. Mend the quote and import again.',
    'too-many-rows': '{{file}} has more than {{limit}} rows. Split it into several files.',
    'too-many-columns':
      '{{file}} row {{row}} has more than {{limit}} columns. Delete the columns right of the table and import again.',
    'too-many-cells':
      '{{file}} has more than {{limit}} cells. Delete blank rows and columns, or split it into several files.',
    'too-many-sheets': '{{file}} has more than {{limit}} sheets. Split it into several files.',
    'too-many-merges':
      '{{file}} has more than {{limit}} merged ranges. Undo the merging in Excel and import again.',
    'record-too-long':
      '{{file}} has a row of more than {{limit}} characters; a line break or quote may be missing. Save it as .xlsx in Excel and import that.',
    'cell-too-long':
      '{{file}} row {{row}} has a cell of more than {{limit}} characters. Shorten the cell and import again.',
    'parser-crashed':
      '{{file}} stopped halfway through reading; nothing was stored. Save it as a new file in Excel and import that.',
    'parser-timeout':
      '{{file}} was not read within {{seconds}} seconds, so reading stopped. Split it into several files.',
    'parser-memory':
      '{{file}} needs more than {{limit}} MB of memory, so reading stopped. Split it into several files.',
    cancelled: '{{file}} was not read to the end, as you asked. Drop it again whenever you like.',
  },
  known: {
    'pack-group':
      '{{file}} is a pack-group export: Amazon has not given box IDs yet. Confirm the transport in Seller Central, export the shipment again and import that.',
    manifest:
      '{{file}} is a Send to Amazon manifest: it holds products, no shipments. Import the shipment export or the packing list instead.',
    worldship:
      "{{file}} is UPS WorldShip's end-of-day list. Drop it on Boxes & tracking (Ctrl+4), where its numbers are paired with the boxes.",
    'carrier-list':
      "{{file}} is a carrier's tracking list. Drop it on Boxes & tracking (Ctrl+4), where its numbers are paired with the boxes.",
    appointments:
      '{{file}} is an appointment list from Carrier Central: it holds no shipments. It is not imported here.',
    'status-read-back':
      "{{file}} is Amazon's own list of shipment statuses: it holds nothing to import. It is not imported here.",
  },
  foreign: {
    pdf: 'a PDF',
    image: 'a picture',
    archive: 'an archive',
    html: 'a web page',
    xml: 'an XML file',
    word: 'a Word document',
    slides: 'a presentation',
    mail: 'a saved e-mail',
    binary: 'a program or other binary file',
  },
  place: {
    network:
      "The database {{file}} is on a network drive, where a lost connection damages it. Put it on this computer's disk.",
    link: 'The database {{file}} is a link, not the file itself. Name the place of the file.',
    'not-a-file': '{{file}} is not a file and cannot be a database. Name a file.',
    'synced-folder':
      'The database {{file}} is in a synchronised folder, which damages it. Put it in a folder that is not synchronised.',
  },
} as const
