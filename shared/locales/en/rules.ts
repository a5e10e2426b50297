/** What each rule says: short enough for a facet or a chip, and what to do. */
export const ruleWords = {
  reason: {
    'mode-unknown': { label: 'Mode unknown', next: 'Choose SPD, LTL or FTL' },
    'marketplace-unknown': {
      label: 'Marketplace unknown, values missing',
      next: 'Enter the FC, or fill in carrier and numbers',
    },
    'carrier-missing': { label: 'Carrier missing', next: 'Batch assign with F6' },
    'carrier-inactive': { label: 'Carrier not in use', next: 'Take another carrier, or put it back in use' },
    'carrier-against-mode': { label: 'Carrier does not fit mode', next: 'Change the mode or the carrier' },
    'pro-missing': { label: 'PRO number missing', next: 'Assign from a block with F6, or paste' },
    'pro-outside-limits': {
      label: "PRO number outside Amazon's limits",
      next: 'Use 1 to 64 letters, digits, dots, dashes or blanks',
    },
    'pro-on-parcel': { label: 'PRO number on a parcel', next: 'Clear the PRO number, or change the mode' },
    'pro-on-awd': {
      label: 'PRO number on an AWD shipment',
      next: 'AWD has no field for it; keep it for your own papers only',
    },
    'pro-repeated': {
      label: 'PRO number on several shipments',
      next: 'Give each its own; only a carrier with one PRO a load may share one',
    },
    'pro-is-isa': {
      label: 'PRO number is an appointment',
      next: "Take a number from a block, or the carrier's own",
    },
    'pro-is-shipment-id': {
      label: 'PRO number is a shipment ID',
      next: "Take a number from a block, or the carrier's own",
    },
    'pro-is-box-id': {
      label: 'PRO number is a box ID',
      next: "Take a number from a block, or the carrier's own",
    },
    'pro-is-container': {
      label: 'PRO number is a container number',
      next: "Take a number from a block, or the carrier's own",
    },
    'pro-is-reference-id': {
      label: 'PRO number is the Reference ID',
      next: "Take a number from a block, or the carrier's own",
    },
    'pro-is-tracking-id': {
      label: 'PRO number is a tracking ID',
      next: "Take a number from a block, or the carrier's own",
    },
    'pro-looks-like-container': {
      label: 'PRO number looks like a container',
      next: 'Its check digit is wrong for one; compare it with the paper',
    },
    'pro-format': {
      label: "PRO number not this carrier's",
      next: 'Compare it with the freight bill, or choose another carrier',
    },
    'pro-check-digit': {
      label: "PRO number's check digit is wrong",
      next: 'Compare it with the freight bill and enter it again',
    },
    'pro-outside-blocks': {
      label: 'PRO number of none of its blocks',
      next: 'Take a number from a block with F6, or add the block it comes from',
    },
    'pro-unlikely': {
      label: "PRO number unlike this carrier's",
      next: 'The rule is not sure, so this only warns; compare it with the freight bill',
    },
    'pro-not-for-carrier-central': {
      label: 'Carrier Central refuses the PRO',
      next: 'The appointment form takes up to 30 letters, digits and dashes',
    },
    'pro-not-for-mws': {
      label: 'PRO number not fit for MWS',
      next: 'Tools that still speak MWS take 7 to 10 digits',
    },
    'bol-not-for-carrier-central': {
      label: 'Carrier Central refuses the BOL',
      next: 'The appointment form takes up to 30 letters, digits and dashes',
    },
    'boxes-missing': { label: 'No boxes', next: 'Ask the client for the box list and import it' },
    'box-id-missing': { label: 'Box IDs missing', next: 'Ask the client for a box list with box IDs' },
    'box-count-differs': {
      label: 'Box count differs',
      next: "Compare with the client's box list and correct the count or the boxes",
    },
    'boxes-over-limit': {
      label: 'More boxes than a shipment may have',
      next: 'Ask the client to split it: 500 boxes by parcel, 5,000 by truck',
    },
    'box-too-heavy': {
      label: 'Box over the weight limit',
      next: 'Ask the client to repack, or correct the weight',
    },
    'box-is-heavy': {
      label: 'Box needs a heavy label',
      next: 'Tell the client; the box needs a heavy-package label',
    },
    'tracking-missing': {
      label: 'Tracking IDs missing',
      next: "Paste the carrier's list in Boxes & tracking",
    },
    'tracking-outside-limits': {
      label: "Tracking ID outside Amazon's limits",
      next: 'Correct it from the original: at most 64 characters',
    },
    'tracking-unusual': {
      label: 'Tracking ID unusual',
      next: 'Over 30 characters or with odd signs, which the page may refuse; compare with the original',
    },
    'tracking-other-format': {
      label: "Tracking ID not this courier's",
      next: 'Compare it with the label, or choose another carrier',
    },
    'tracking-check-digit': {
      label: 'Tracking ID fails its check digit',
      next: 'Type it again from the label',
    },
    'tracking-repeated': { label: 'Tracking ID repeated', next: 'Find the right box and correct the other' },
    'pallet-too-heavy': {
      label: 'Pallet over the weight limit',
      next: 'Use more pallets, or correct weight and pallet count',
    },
    'pallets-exceed-boxes': { label: 'More pallets than boxes', next: 'Correct the pallet count' },
    'freight-too-light': {
      label: 'Light for a truck',
      next: 'Under 150 lb Amazon sends by parcel; check the weight and the mode',
    },
    'window-missing': { label: 'No delivery window', next: 'Ask the client to give Amazon one' },
    'window-too-long': {
      label: 'Delivery window too long',
      next: '7 days domestic, 14 days international; ask the client to shorten it',
    },
    'appointment-missing': {
      label: 'No appointment',
      next: 'Book it in Carrier Central: without one AWD refuses the load',
    },
    'isa-shape': {
      label: 'Appointment looks unusual',
      next: 'An ISA has 8 to 13 digits; compare it with the confirmation',
    },
    'reference-shape': {
      label: 'Amazon Reference ID looks unusual',
      next: "It begins with 1 to 8 and has 8 characters; compare it with the client's sheet",
    },
    'fc-unknown': {
      label: 'FC not on the list',
      next: 'Check the FC code; new centres may be missing from the list',
    },
    'dead-shipment': { label: 'Shipment closed or deleted', next: 'Ask the client for the new shipment ID' },
    'closed-by-clock': {
      label: 'Closed by its age',
      next: 'Look the ID up at Amazon; if it is closed, ask the client for a new one',
    },
    'closes-soon': {
      label: 'Closes soon',
      next: 'Deliver before the closing day, or ask the client for a new ID in time',
    },
    'not-found': {
      label: 'Not found at Amazon',
      next: 'Compare the ID with the box labels; if it is right, ask the client for a new one',
    },
    'not-verified': {
      label: 'ID to be looked up',
      next: 'Look it up at Amazon and note what you find (right click, Verify)',
    },
    'gone-from-file': {
      label: "Gone from the client's sheet",
      next: 'Ask the client whether it is cancelled',
    },
    replaced: { label: 'Replaced by a new ID', next: 'Nothing to do; its boxes are with the new ID' },
    'programme-exempt': { label: 'Exempt: Amazon makes the tracking', next: 'Nothing to do' },
  },
  level: { info: 'info', warn: 'warn', block: 'block', letThrough: 'let through' },
  levelHint: {
    info: 'Only said; the shipment goes out',
    warn: 'Asks to look; the shipment goes out',
    block: 'Keeps the shipment from going out',
  },
  list: {
    note: 'Pack {{pack}}, judged by {{day}}; Enter changes a level',
    change: 'Change level',
    rule: 'Rule',
    level: 'Level',
    marketplaces: 'Marketplaces',
    dates: 'In force',
    confidence: 'How sure',
    source: 'Source',
    id: 'ID',
    changed: 'Level changed',
    isChanged: 'changed',
    isFixed: 'fixed',
    asPack: 'As the pack has it: {{level}}',
    saved: 'Level changed: {{rule}}',
  },
  ask: {
    reason: 'Reason',
    hint: 'Kept with your name and the time, and in the export',
    confirm: 'Use it all the same',
    keep: 'Leave it as it was',
    standInTitle: 'Not a PRO number of {{fbaId}}',
    letThroughTitle: 'Let through',
    letThrough_one: '{{count}} shipment goes out in spite of: {{rule}}.',
    letThrough_other: '{{count}} shipments go out in spite of: {{rule}}.',
    letThroughDone_one: '{{count}} shipment let through: {{rule}}',
    letThroughDone_other: '{{count}} shipments let through: {{rule}}',
  },
  confidence: {
    confirmed: 'confirmed',
    secondary: 'known second-hand',
    uncertain: 'uncertain: may only warn',
  },
  everywhere: 'everywhere',
  everywhereBut: 'all but {{list}}',
  from: 'from {{from}}',
  to: 'until {{to}}',
  fromTo: '{{from}} to {{to}}',
  always: 'at all times',
  own: "the desk's own rule",
  source: '{{source}} ({{confidence}})',
  changed: 'level changed by {{who}}: {{reason}}',
  standIn: {
    isa: '"{{value}}" is the appointment (ISA) of {{owner}}.',
    'shipment-id': '"{{value}}" is a shipment ID.',
    'box-id': '"{{value}}" is a box ID.',
    container: '"{{value}}" is a container number: its check digit is right.',
    'reference-id': '"{{value}}" is the Amazon Reference ID of {{owner}}.',
    'tracking-id': '"{{value}}" is a tracking ID of {{owner}}.',
    'other-pro': '"{{value}}" is the PRO number of {{owner}}, and its carrier may share one over a load.',
    refused:
      '{{what}} It was not stored as PRO number of {{fbaId}}. Take a number from a block, or give a reason for this one.',
    more_one: '{{count}} more like it.',
    more_other: '{{count}} more like it.',
  },
  misfit: {
    'check-digit':
      '"{{value}}" lies in block {{block}} of {{carrier}} ({{first}} to {{last}}) and its check digit is wrong: it would be {{right}}.',
    'outside-blocks': '"{{value}}" lies in none of the number blocks of {{carrier}}.',
    refused:
      '{{what}} It was not stored as PRO number of {{fbaId}}. Correct it or take a number from a block, or give a reason for this one.',
  },
  pack: {
    'bad-day': '{{rule}}: "{{day}}" is no day such as 2026-11-27.',
    'ends-before-it-begins': '{{rule}}: ends on {{to}}, before it begins on {{from}}.',
    hole: '{{rule}}: nothing is said of {{marketplace}} from {{from}} to {{to}}.',
    overlap: '{{rule}}: two entries for {{marketplace}} hold at once {{day}}.',
    'uncertain-blocks': '{{rule}}: an uncertain rule may only warn.',
    'limit-missing': '{{rule}}: the limit "{{limit}}" is missing.',
    fixed: '{{rule}}: this rule is not changed by a pack.',
  },
  problem: {
    'rule-pack-unreadable':
      'The rule pack cannot be read and is not used: {{issues}}. Correct the file, then try again.',
    'rule-pack-refused':
      'The rule pack "{{pack}}" is not used: {{problems}} Correct the file, then try again.',
    'rule-fixed': '"{{rule}}" keeps its level: what goes out without it is wrong in any case.',
    'rule-uncertain':
      '"{{rule}}" is known from one source only and may warn, not block. Choose "warn" or "info".',
    'never-let-through':
      '"{{rule}}" is never let through with a reason. Mend the shipment, then check again.',
    'nothing-to-let-through':
      'None of these shipments is held by "{{rule}}". Check again (F8) and choose from what is listed.',
    'shipment-unknown': "There is no shipment {{fbaId}}. Check the ID, or import the client's file first.",
    'clock-in-past':
      'This computer says it is {{today}}, but the newest change on file is of {{newest}}. Dated rules cannot be judged by that. Set the clock, then try again.',
  },
} as const
