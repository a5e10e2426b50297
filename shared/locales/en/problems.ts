export const problemWords = {
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
  template: {
    'not-that-layout':
      "The tracking workbook of {{fbaId}} is not in Amazon's layout. Download it again from Seller Central and import it.",
    'not-that-layout-at':
      "The tracking workbook of {{fbaId}} leaves Amazon's layout at {{cell}}. Download it again from Seller Central and import it.",
    'shipment-differs':
      'The tracking workbook belongs to {{found}}, not {{expected}}. Import the workbook of {{expected}}.',
    'duplicate-box':
      'The tracking workbook of {{fbaId}} has box {{boxId}} at {{cells}}. Download it again from Seller Central and import it.',
    'boxes-differ':
      'The tracking workbook of {{fbaId}} and the box list differ: not in the workbook {{notInTemplate}}, not in the list {{notInBatch}}. Ask the client for a new workbook or box list.',
  },
  publish: {
    'disk-full': 'The disk of {{path}} is full; nothing was exported. Free some space and press F9.',
    locked: '{{path}} is open in another program; nothing was exported. Close it and press F9.',
    'target-exists':
      '{{path}} exists already and was not overwritten. Choose another folder, or rename that one.',
    'not-a-folder': '{{path}} is not a folder; nothing was exported. Choose another folder.',
    unwritable:
      '{{path}} cannot be written (system code {{code}}); nothing was exported. Choose another folder.',
    'not-as-written':
      '{{path}} did not read back as written, so the whole package was withdrawn. Check the disk and press F9.',
    cancelled: 'The export was cancelled; no file is left in {{path}}. Press F9 whenever you like.',
  },
  call: {
    cancelled: 'Cancelled; nothing was stored. Start again whenever you like.',
    'database-newer':
      'The database {{file}} was written by a newer version (version {{version}}, this program knows up to {{known}}). Install the new Tailboard and open it again.',
    'database-not-ours':
      '{{file}} is not a Tailboard database and was left untouched. Choose another database file.',
    'database-in-use':
      'The database {{file}} is open in another Tailboard. Go back to that window, or close it first.',
    'database-damaged': 'The database {{file}} is damaged ({{detail}}). Restore the latest backup.',
    'database-unwritable':
      'The database {{file}} cannot be written (system code {{code}}). Check the rights of its folder and start again.',
    'disk-full': 'The disk of {{path}} is full; nothing was stored. Free some space and do it again.',
    'disk-full-free':
      'The disk of {{path}} has only {{free}} MB left; nothing was stored. Free some space and do it again.',
    'commit-in-doubt':
      'Whether this step was stored is not certain (code {{code}}). Start Tailboard again and look in the history before you repeat it.',
    'row-moved-on':
      '{{field}} was just changed elsewhere, so nothing was stored. Look at the new value and change it again.',
    'nothing-to-undo': 'There is nothing to undo. Every step is listed in Data & settings, History (Ctrl+7).',
    'nothing-to-redo': 'There is nothing to redo. Every step is listed in Data & settings, History (Ctrl+7).',
    'block-range':
      '{{first}} to {{last}} cannot be a block: the first number may not be above the last, nor the last longer than the digits allow. Change the first, the last or the digits.',
    'block-width': '{{width}} digits will not do: the running number has 1 to 15 digits. Change the digits.',
    'block-prefix':
      'The prefix "{{prefix}}" will not do: digits, capital letters and dashes only, at most 10. Change the prefix.',
    'block-too-long':
      'The numbers would have {{length}} characters, the limit is 30. Shorten the prefix or the digits.',
    'block-overlaps':
      'These numbers overlap a block on file, so numbers would be issued twice. Change the first number or the prefix.',
    'no-block':
      'This carrier has no block of PRO numbers. Add one in Data & settings, Number blocks (Ctrl+7).',
    'block-runs-out':
      'PRO numbers needed: {{wanted}}, left in the block: {{left}}; none was issued. Add a block first, or select fewer shipments.',
    'bad-input': 'What was entered does not fit: {{issues}}. Correct it and send it again.',
    'unknown-call':
      'This version has no "{{name}}": the window and the engine differ. Start Tailboard again.',
    'not-allowed': 'This window may not do "{{name}}". Use the desktop program or the command line.',
    'engine-gone':
      'The engine has stopped; the last step may not be stored. Start Tailboard again and look in the history.',
    bug: 'This step did not finish; the cause is in the log under {{reference}}. Give that number to whoever maintains Tailboard, and look in the history.',
    'token-unknown': 'The chosen file or folder is no longer valid (it works once). Choose it again.',
    'draft-unknown': 'This draft is gone: it was committed or discarded. Drop the file again.',
    'watch-unreachable':
      'The watch folder {{folder}} cannot be opened now. It goes on by itself when it is back; choose another in Data & settings (Ctrl+7).',
    'import-unknown': 'This import was undone or is no longer there. Drop the file again.',
    'nothing-to-ask': '{{file}} holds nothing to ask the client, so no file was written. Import it as it is.',
    'client-needed': "{{file}} does not say whose it is. Choose the client, or type a new client's name.",
    'same-file': '{{file}} is the same as the file imported at {{time}}; nothing changed. Nothing to do.',
    'nothing-to-import':
      '{{file}} has no rows with a shipment ID. Say which column is the FBA shipment ID, or ask the client for a sheet that has them.',
    'columns-to-confirm':
      '{{file}} was not imported: columns still to confirm: {{n}}. Accept or change each of them.',
    'carrier-unknown':
      'There is no carrier "{{name}}". Choose one on file, or add it in Data & settings (Ctrl+7).',
    'client-unknown':
      'There is no client "{{name}}". Choose one on file, or add it in Data & settings (Ctrl+7).',
    'name-taken': '"{{name}}" exists already. Take another name, or edit the one on file.',
    'nothing-to-assign':
      'None of these shipments needs assigning: they have values, or are exempt. Select others, or untick "Fill blanks only".',
    'rule-set-unknown':
      'There is no rule set "{{name}}". Choose one of those under Data & settings (Ctrl+7).',
    'share-reason-missing':
      'One PRO number for several shipments needs a reason. Write why, or take one for each shipment.',
    'rule-weights':
      'From {{from}} kg to {{to}} kg fits no shipment: the first weight may not be above the second. Change one of them.',
    'rule-dates':
      'From {{from}} to {{to}} fits no shipment: the first day may not be after the second. Change one of them.',
    'nothing-to-pair':
      'No tracking number was found that fits these boxes. Check what was copied, or the file.',
    'nothing-to-export': 'No shipment is ready to export. Clear the problems listed at the left first.',
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
  refusal: {
    characters:
      '{{field}} "{{value}}" has characters that are not allowed; it was not stored. Use letters, digits and dashes.',
    length: '{{field}} "{{value}}" has the wrong length; it was not stored. Type it again from the original.',
    'not-a-number': '{{field}} "{{value}}" is not a number; it was not stored. Type a number.',
    'unknown-word': '{{field}} does not know "{{value}}"; it was not stored. Choose from the list (Alt+↓).',
    'used-elsewhere':
      '{{field}} "{{value}}" stands on another shipment or box; it was not stored. Search for it and clear it there first.',
    'used-by':
      '{{field}} "{{value}}" stands on {{owner}}; it was not stored. Clear it there, then enter it here.',
    'other-shipment':
      '{{field}} "{{value}}" belongs to another shipment; it was not stored. Check the box label.',
    'issued-before': '{{field}} "{{value}}" was issued before; it was not stored. Take the next number.',
    'scientific-notation':
      '{{field}} "{{value}}" is in scientific notation and has lost its last digits; it was not stored. Type the whole number from the original.',
    'not-a-day':
      '{{field}} "{{value}}" is not one clear day; it was not stored. Type 2026-11-27, 11-27 or 27.',
    'not-a-moment':
      '{{field}} "{{value}}" is not one clear day and time; it was not stored. Type 2026-11-27 14:30 or 27 14:30.',
    'in-the-future': '{{field}} {{value}} is yet to come; nothing was stored. Use today or an earlier day.',
  },
  level: {
    block: 'Not taken',
    warn: 'Please check',
    notice: 'Dealt with',
  },
  cell: {
    'scientific-notation': {
      cause: 'Number in scientific notation; its last digits are lost',
      next: 'Ask the client for the number as text; the cell stays blank for now',
    },
    'too-many-digits': {
      cause: 'More than 15 digits as a number; Excel has turned the rest into zeros',
      next: 'Ask the client for the number as text; the cell stays blank for now',
    },
    'trailing-decimal': {
      cause: 'Number ends in ".0"',
      next: 'Ask the client for the number as text; the cell stays blank for now',
    },
    'zeroed-tail': {
      cause: 'Ends in zeros as if cut by Excel',
      next: 'Check the last digits with the client',
    },
    'leading-zero-lost': {
      cause: 'Stored as a number; leading zeros may be lost',
      next: 'Check the length; put zeros in front where some are missing',
    },
    'numeric-id': { cause: 'ID stored as a number', next: 'Taken digit for digit; check its length' },
    'several-values': {
      cause: 'Several numbers in one cell',
      next: 'Ask the client for one number a cell; the cell stays blank for now',
    },
    'bad-characters': {
      cause: 'Characters that such a number never has',
      next: 'Correct it from the original and import again; the cell stays blank for now',
    },
    'look-alike-letters': {
      cause: 'Letters of another script that look like Latin ones',
      next: 'Type it again from the box label; the cell stays blank for now',
    },
    'error-value': {
      cause: 'Error value of Excel',
      next: 'Ask the client to mend the formula; the cell stays blank for now',
    },
    'looks-like-date': {
      cause: 'Excel turned the number into a date',
      next: 'Ask the client to set the column to text; the cell stays blank for now',
    },
    'not-an-fba-id': {
      cause: 'Not an FBA shipment ID (FBA and 9 more characters)',
      next: 'Ask the client for the right ID; the row waits until then',
    },
    'one-character-missing': {
      cause: 'FBA shipment ID is one character short (12 are due)',
      next: 'Ask the client for the whole ID; the row waits until then',
    },
    'not-amazon': {
      cause: 'Not an Amazon shipment (WFA is Walmart, IBR is TikTok)',
      next: 'The row is left out; deal with it the way that marketplace wants',
    },
    'not-a-box-id': {
      cause: 'Not a box ID (shipment ID, U and 6 digits)',
      next: 'Check the box label; the box ID is not taken for now',
    },
    'bad-box-range': {
      cause: 'A run of box IDs that cannot be read',
      next: 'Ask for each box ID in a row of its own; this row is not taken for now',
    },
    'range-count-differs': {
      cause: 'The run names another number of boxes than the row counts',
      next: 'Ask which is right, the run or the carton count; this row is not taken for now',
    },
    'box-of-another-shipment': {
      cause: 'Box ID of another shipment',
      next: 'Check shipment ID and box ID of the row; the box waits until then',
    },
    'not-a-tracking-id': {
      cause: 'Not like any tracking ID',
      next: 'Check whether it stands in the wrong column; the cell stays blank for now',
    },
    'duplicate-box-id': {
      cause: 'Box ID occurs twice',
      next: 'Check which row is right; the first one is taken',
    },
    'duplicate-tracking-id': {
      cause: 'One tracking ID on several boxes',
      next: 'Ask the carrier for a list with one number a box',
    },
    'conflicting-values': {
      cause: 'Rows of one shipment differ',
      next: "Check and correct it in Shipments; the first row's value is taken",
    },
    'box-count-differs': {
      cause: 'Stated box count differs from the boxes listed',
      next: 'Ask the client for the full box list',
    },
    'unknown-mode': {
      cause: 'Unknown shipping mode',
      next: 'Choose SPD, LTL or FTL in Shipments; the cell stays blank for now',
    },
    'unknown-fc': { cause: 'Unknown FC code', next: 'Check the FC code (such as ONT8)' },
    'bad-number': {
      cause: 'Not a number where one is due',
      next: 'Type it in Shipments; the cell stays blank for now',
    },
    'no-shipment-for-row': {
      cause: 'Row without a shipment ID',
      next: 'Add the shipment ID in the sheet and import again; the row waits until then',
    },
    cleaned: { cause: 'Blanks, full-width or invisible characters removed', next: 'Nothing to do' },
    'totals-row': { cause: 'Totals row, not taken as a shipment', next: 'Nothing to do' },
    'over-long': {
      cause: 'Longer than allowed',
      next: 'Check whether it stands in the wrong column; the cell stays blank for now',
    },
    'ambiguous-date': {
      cause: 'Two days could be meant',
      next: 'Ask for the date as 2026-11-27, or type it in the shipment; the text is kept beside it',
    },
    'impossible-date': {
      cause: 'No calendar has this day',
      next: 'Ask for the right date, or type it in the shipment; the text is kept beside it',
    },
    'date-without-year': {
      cause: 'A day without its year',
      next: 'Ask for the date as 2026-11-27, or type it in the shipment; the text is kept beside it',
    },
    'day-without-time': {
      cause: 'An appointment without its time',
      next: 'Ask for day and time, or type them in the shipment (2026-11-27 14:30); the day is kept beside it',
    },
    'unreadable-date': {
      cause: 'Cannot be read as a date',
      next: 'Ask for the date as 2026-11-27, or type it in the shipment; the text is kept beside it',
    },
  },
  conflict: {
    'carrier-kept': 'Has another carrier',
    'pro-kept': 'Has a PRO number',
    'pro-used': 'PRO number used before',
    'carrier-not-found': 'No carrier for this mode on file',
    'carrier-ambiguous': 'Several carriers fit; name one',
    'mode-unknown': 'Mode unknown',
    'carrier-inactive': 'Carrier not in use',
    'carrier-against-mode': 'Carrier does not fit the mode',
    'parcel-takes-no-pro': 'Parcels take no PRO number',
    'boxes-have-numbers': 'LTL or FTL, but the boxes have numbers',
    'no-block': 'The carrier has no number block',
    'block-runs-out': 'The block runs out',
    'pro-not-shared': 'Carrier gives each shipment its own PRO number',
    'appointment-past': 'Appointment lies in the past',
    'appointment-before-eta': 'Appointment before the ETA',
    exempt: 'Exempt (Amazon partnered carrier)',
    ended: 'Delivered or closed',
    exported: 'Exported already',
  },
  mismatch: {
    'fewer-numbers': 'Numbers missing: {{missing}}. Press Ins where a box has none',
    'more-numbers': 'Numbers too many: {{extra}}. Drop them with Del',
    'more-numbers-twice': 'Numbers too many: {{extra}}. Repeated at {{lines}}; drop those first with Del',
    'number-twice': '{{number}} stands at {{lines}}. Keep one, drop the others with Del',
    'master-number':
      '{{number}} looks like a master number; the boxes lack their own. Ask the carrier for the piece list',
    'used-elsewhere': 'Number {{line}}, {{number}}, stands on {{fbaId}}. Move it here, or leave it there',
    'used-elsewhere-moved':
      'Number {{line}}, {{number}}, comes over from {{fbaId}}, whose box is left without',
    'check-digit':
      'Number {{line}} fails the check digit of {{courier}}. Type it again from the label, or keep it with a reason',
    'check-digit-kept': 'Number {{line}} fails the check digit of {{courier}}; it is kept, with a reason',
    'other-courier':
      "Number {{line}} looks like {{courier}}. Change the shipment's carrier, or keep the number",
    'other-courier-kept': 'Number {{line}} looks like {{courier}} and is taken all the same',
    'no-courier': 'Number {{line}} looks like no courier on file. Check it before writing',
    'box-has-number':
      'Number {{line}}: the box has {{before}}, which is kept. To have {{after}} instead, replace it',
    'box-has-number-replaced': 'Number {{line}}: {{before}} on the box is replaced by {{after}}',
    'order-reversed': 'The order looks reversed. Turn it round if it is',
    'too-many-boxes':
      '{{fbaId}} has {{boxes}} boxes, Amazon takes {{limit}}. Check the box list with the client',
    'unknown-box-id': 'Number {{line}}: box {{boxId}} is not among these shipments. Check the list',
    'unknown-shipment': 'Number {{line}}: {{fbaId}} is not among these shipments. Check the list',
    'damaged-number': 'Number {{line}} ({{place}}) {{problem}}. Compare it with the original',
    'box-id-twice':
      'Box {{boxId}} stands at {{lines}} with different numbers. Keep one, drop the others with Del',
    'no-boxes': '{{fbaId}} has no boxes yet. Import its box list first',
    'weight-differs':
      'Boxes whose weight differs from the list: {{boxes}}; the numbers may have shifted. Open the alignment and check',
    'former-label':
      'Numbers {{lines}} are paired by a former label of their box. Check that the list means the shipment issued anew',
    unlabelled: 'Numbers {{lines}} do not say which box they are for. Add box IDs, or align them one by one',
    'box-count-differs':
      'The list counts {{counted}} boxes, {{fbaId}} has {{boxes}}. Check the count with the client',
    unnamed: 'unnamed',
    atLine: 'line {{line}}',
    atCell: '{{sheet}} {{cell}}',
  },
  number: {
    empty: 'is empty',
    'scientific-notation': 'is in scientific notation; its last digits are lost',
    'trailing-decimal': 'ends in ".0"',
    'several-numbers': 'holds several numbers',
    'bad-characters': 'has characters that no such number has',
    'too-long': 'is longer than a tracking ID may be',
    'too-many-digits': 'has more than 15 digits as a number; the last ones are lost',
    'leading-zero-lost': 'may have lost leading zeros',
    'zeroed-tail': 'ends in zeros as if cut',
    'looks-like-date': 'was turned into a date by Excel',
    'error-value': 'is an error value of Excel',
    'not-a-tracking-id': 'is not like any tracking ID',
  },
  column: {
    'heading-and-contents': 'Heading and contents agree ({{passed}} of {{of}})',
    'heading-only': 'The heading fits, but there are no contents to check',
    'contents-only': 'The contents fit ({{passed}} of {{of}}), but the heading is not known',
    'contents-disagree': 'The heading fits, but only {{passed}} of {{of}} cells do',
    'two-meanings': 'This heading may also mean "{{other}}"',
    remembered: 'This client has used it so before',
    'known-elsewhere': '{{client}} uses the same layout so',
    taught: 'Taught for all clients',
    chosen: 'Chosen by you',
    'no-match': 'No field fits; kept as it is',
  },
  field: {
    fbaId: 'FBA shipment ID',
    boxId: 'Box ID',
    boxSequence: 'Box sequence',
    referenceId: 'Amazon Reference ID',
    trackingId: 'Tracking ID',
    masterTrackingId: 'Master tracking ID',
    pro: 'PRO number',
    bol: 'BOL number',
    isa: 'Appointment (ISA)',
    appointmentTime: 'Appointment time',
    fc: 'FC',
    address: 'FC address',
    country: 'Country',
    marketplace: 'Marketplace',
    client: 'Client',
    clientReference: "Client's reference",
    boxCount: 'Box count',
    weight: 'Gross weight, total',
    boxWeight: 'Gross weight of a box',
    netWeight: 'Net weight',
    length: 'Length',
    width: 'Width',
    height: 'Height',
    volume: 'Volume',
    palletCount: 'Pallet count',
    carrier: 'Carrier',
    mode: 'Shipping mode',
    container: 'Container number',
    loadType: 'Load type',
    trip: 'Load',
    hold: 'Hold',
    status: 'Amazon status',
    date: 'Date',
    units: 'Units',
    goods: 'Goods',
    notes: 'Notes',
    amazonMode: 'Amazon mode',
    roadMode: 'Road mode',
    programme: 'Programme',
    carrierId: 'Carrier',
    carrierName: 'Carrier',
    declaredBoxCount: 'Stated box count',
    grossWeightKg: 'Gross weight kg',
    amazonStatus: 'Amazon status',
    note: 'Note',
    weightKg: 'Box weight kg',
    extras: 'Extra columns',
    isGone: 'Gone from the sheet',
    name: 'Name',
    folder: 'Export folder',
    language: 'Language',
    scac: 'SCAC',
    amazonName: "Amazon's carrier name",
    createdOn: 'Created at Amazon',
    origin: 'Origin',
    planId: 'Plan ID',
    etaOn: 'ETA',
    appointmentAt: 'Appointment',
    windowFrom: 'Window from',
    windowTo: 'Window to',
    deliveredOn: 'Delivered',
    verifiedOn: 'Looked up on',
    replacedBy: 'Replaced by',
    finding: 'Finding at Amazon',
    verifiedBy: 'Looked up by',
    replacedFbaId: 'Old FBA shipment ID',
  },
} as const
