/** Number blocks, their numbers and the ledger. */
export const ledgerWords = {
  /** Two sentences. */
  two: '{{one}} {{other}}',
  problem: {
    'block-increment':
      'An increment of {{increment}} will not do: it is a whole number from 1 up. Change it.',
    'block-drawn-before':
      'Some numbers from {{first}} on were issued before under another prefix or number of digits, as the ledger has it. Change the first number, or add the block with its old prefix and digits.',
    'block-unknown':
      'There is no number block {{block}}. The blocks are in Data & settings, Number blocks (Ctrl+7).',
    'nothing-to-release':
      'This block has no number to release: the void ones were exported, or there are none. Nothing to do.',
    'lease-holds-used':
      '{{number}} is in use on this desk (on a shipment, exported, or an appointment or tracking ID), so another desk may not get it; nothing was lent. Lend {{fits}} at most; the next lease begins behind it.',
  },
  released: {
    'not-void':
      '{{number}} was not released: it is on a shipment, or was never issued. Clear it on the shipment first.',
    exported:
      '{{number}} was not released: it was exported once, and is never issued again. Use the next number.',
    outside: '{{number}} was not released: no number block issued it. Check the number.',
    retired: '{{number}} was not released: another desk goes on with its block. Release it there.',
  },
  lease: {
    'not-a-lease':
      '{{file}} holds no lent numbers. Choose the file that the other desk wrote with "Lend to another desk".',
    changed:
      '{{file}} is not as it was written, be it by one character; nothing was accepted. Have the other desk send the original file again.',
    own: '{{file}} lends numbers of this desk. Accept it on the other desk.',
    'no-desk':
      '{{file}} names no desk and could be accepted by two; nothing was accepted. Ask the lender for new numbers, lent to the id of this desk: Data & settings, Number blocks.',
    'other-desk':
      '{{file}} is for another desk; nothing was accepted. Ask the lender for numbers for the id of this desk.',
    'accepted-before': '{{file}} was accepted before, and numbers are accepted once. Nothing to do.',
  },
  elsewhere: {
    lent: '{{number}} is lent to another desk ({{first}} to {{last}} of block {{block}}, desk {{desk}}); nothing was stored. Use it there, or take another number.',
    retired:
      '{{number}} belongs to block {{block}} ({{first}} to {{last}}), with which another desk goes on; nothing was stored. Have that desk lend numbers to this one.',
    lost: '{{number}} of block {{block}} ({{first}} to {{last}}) is already taken out of the block and not in this database, so it may be on another shipment; nothing was stored. Take the next number.',
  },
  leaseDesk: {
    'not-an-id':
      '"{{desk}}" is no id of a desk; nothing was lent. The other desk shows its id in Data & settings, Number blocks (Ctrl+7), and "ledger state" on the command line.',
    own: '{{desk}} is the id of this desk; nothing was lent. Give the id of the other desk: it is shown there in Data & settings, Number blocks (Ctrl+7), and by "ledger state" on the command line.',
  },
  lock: {
    'ledger-missing': 'The ledger of issued numbers was missing and was written again from the database.',
    'ledger-behind': 'The ledger of issued numbers lacked what the database has; it was added.',
    'ledger-damaged': 'The ledger of issued numbers was changed: some lines are not what was written.',
    'other-install': 'These data come from another folder or another computer.',
  },
  lockNext: {
    'ledger-missing':
      'If this database is an old backup, it does not know what was issued since. Confirm that it is the newest before numbers are issued: Data & settings, Number blocks (Ctrl+7), or "ledger confirm" on the command line.',
    'ledger-behind':
      'If this database is an old backup, it does not know what was issued since. Confirm that it is the newest before numbers are issued: Data & settings, Number blocks (Ctrl+7), or "ledger confirm" on the command line.',
    'ledger-damaged':
      'Check the numbers issued last and confirm before more are issued: Data & settings, Number blocks (Ctrl+7), or "ledger confirm" on the command line.',
    'other-install':
      'Say whether they were moved or are used in both places before numbers are issued: Data & settings, Number blocks (Ctrl+7), or "ledger moved" / "ledger split" on the command line.',
  },
  lockAnswer:
    'Nothing waits for this answer. The state of the ledger is in Data & settings, Number blocks (Ctrl+7).',
  banner: {
    label: 'No numbers are issued',
    ask: {
      'ledger-missing':
        'If this database is an old backup, it does not know what was issued since. Confirm that it is the newest.',
      'ledger-behind':
        'If this database is an old backup, it does not know what was issued since. Confirm that it is the newest.',
      'ledger-damaged': 'Check the numbers issued last, then confirm.',
      'other-install': 'Say whether they were moved or are used in both places.',
    },
    confirm: 'It is the newest: go on',
    moved: 'Moved here, the old one is retired',
    split: 'Used in both places',
    said: {
      confirmed: 'Confirmed; numbers are issued again',
      moved: 'Noted as moved; numbers are issued again',
      split: 'Noted as two desks: the old blocks stay with the other one. Have it lend numbers to this desk',
    },
    movedTitle: 'The old place is no longer used?',
    movedBody:
      'Numbers are issued only here from now on. If Tailboard is still used in the old folder, the same number would be issued twice; then choose "Used in both places".',
    splitTitle: 'Used in both places: no numbers here yet',
    splitBody:
      'The blocks stay with the desk these data were copied from, and no number of theirs is issued here. Numbers on shipments that were never exported are taken off, since the other desk may give them to other shipments. Have the other desk lend numbers to this one.',
    confirmTitle: 'This database is the newest?',
    confirmBody:
      'If it is an old backup, numbers issued since would be issued again. If in doubt, issue none and look at the last export first.',
  },
  state: {
    free: 'free',
    assigned: 'assigned',
    void: 'void',
    released: 'released',
    lent: 'lent',
    lost: 'not known',
  },
  stateHint: {
    free: 'never issued',
    assigned: 'on a shipment',
    void: 'issued, on no shipment',
    released: 'issued and unused, goes first next time',
    lent: 'lent to another desk',
    lost: 'issued as the ledger has it, not in this database',
  },
  list: {
    title: 'Numbers of the block {{first}} to {{last}}',
    state: 'State',
    number: 'Number',
    count: 'Count',
    shipment: 'Shipment',
    exported: 'Exported',
    yes: 'yes',
    batch: 'Issued by',
    undone: '{{what}} (undone)',
    by: '{{who}} {{time}}',
    empty: 'No number in this state.',
    counts:
      'free {{free}} · assigned {{assigned}} · void {{void}} · released {{released}} · lent {{lent}} · not known {{lost}}',
    back: 'Back to the blocks',
    more: 'The first {{n}} of {{total}} are shown',
  },
  part: {
    numbers: 'Numbers',
    up: 'Up',
    down: 'Down',
    close: 'Close',
    reopen: 'Reopen',
    release: 'Release unused',
    lend: 'Lend to another desk',
    accept: 'Accept lent numbers',
    closed: 'closed',
    retired: "another desk's",
    order: 'Blocks of one carrier are used from the top down.',
    stock: 'Lasts',
    status: 'Status',
    open: 'in use',
    menu: 'More',
    released: 'Released',
    days: 'about {{days}} days',
    low: 'running out',
    installId: 'Id of this desk {{id}}',
    saidClosed: 'Block {{first}} is closed; no more numbers come from it',
    saidReopened: 'Block {{first}} is open again',
    saidMoved: 'The place of block {{first}} was changed',
    saidReleased: 'Released: {{n}} numbers, which go first next time',
    saidLent: '{{first}} to {{last}} lent, {{n}} numbers; the file {{file}} is in {{folder}}',
    saidAccepted: '{{first}} to {{last}} accepted for {{carrier}}',
    saidAcceptedFewer:
      '{{first}} to {{last}} accepted for {{carrier}}; {{usable}} of {{n}} can be used, the others are in use on this desk',
    releaseTitle: 'Release {{n}} numbers',
    releaseBody:
      'They were issued, are on no shipment and were never exported. Once released they go first next time; this cannot be undone. Do not release numbers that were printed or told to someone.',
    releaseDo: 'Release {{n}}',
    lendTitle: 'Lend numbers to another desk',
    lendCount: 'How many',
    lendCountHint: 'From the next number on; this desk issues them no more, which cannot be undone',
    lendLeft: 'The block has {{n}} numbers that were never issued',
    lendTo: 'Id of the other desk',
    lendToHint:
      'Only that desk can accept them. It shows its id in Data & settings, Number blocks, and with "ledger state" on the command line',
    lendDo: 'Write the file',
    lendPreview: 'Lends {{first}} to {{last}}',
    increment: 'Increment',
    incrementHint: 'Every how many a number is used; usually 1',
    lowStock: 'Warn when so many are left',
  },
  warning: '{{left}} left, {{days}}',
  numberState: {
    free: '{{number}} is free, in block {{block}} of {{carrier}}',
    assigned: '{{number}} is on {{owner}}, from block {{block}} of {{carrier}}',
    void: '{{number}} is void, from block {{block}} of {{carrier}}',
    released: '{{number}} is released and goes first next time, block {{block}} of {{carrier}}',
    lent: '{{number}} is lent to another desk, from block {{block}} of {{carrier}}',
    lost: '{{number}} was issued as the ledger has it, and is not in this database; block {{block}} of {{carrier}}',
    outside: '{{number}} is outside every block',
    outsideOn: '{{number}} is outside every block, and on {{owner}}',
    wrongCheck:
      '{{number}} has a wrong check digit, which should be {{check}}; block {{block}} of {{carrier}}',
    batch: 'issued by: {{what}}, {{who}}, {{time}}',
    batchUndone: 'issued by: {{what}}, {{who}}, {{time}} (undone)',
    exported: 'exported: {{time}}, {{folder}}',
    exportedUnfinished: 'exported (that export did not finish)',
  },
}
