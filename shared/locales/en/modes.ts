export const modeWords = {
  kind: {
    'parcel-by-truck': {
      label: 'Parcel at Amazon, by truck',
      takes: 'A tracking ID per box, which a truck does not have',
      change:
        'Client: change the shipment to LTL or FTL, or the carrier; failing that, one number on all boxes, with a reason',
      message:
        'These shipments are small parcel (SPD) at Amazon but are delivered by truck. Amazon wants a tracking ID for every box, which a truck does not have. Please change the mode to LTL or FTL (or the carrier) in Seller Central, and let us know:',
    },
    'freight-by-parcel': {
      label: 'LTL/FTL at Amazon, by courier',
      takes: 'One PRO per shipment; the numbers of the boxes have no field',
      change: 'Client: change the shipment to small parcel (SPD)',
      message:
        'These shipments are LTL or FTL at Amazon but go by parcel carrier, and such a shipment has no field for the tracking IDs of its boxes. Please change the mode to small parcel (SPD) in Seller Central, and let us know:',
    },
    'carrier-against-road': {
      label: 'Carrier and road mode disagree',
      takes: 'Not known before it is clear how the goods travel',
      change: 'Dispatcher: change the carrier or the road mode',
      message: 'We are checking how these shipments travel and will let you know:',
    },
    'mode-unknown': {
      label: "Amazon's mode unknown",
      takes: 'Tracking IDs or a PRO: not known',
      change: 'Client: say whether it is small parcel or LTL/FTL at Amazon',
      message:
        'Please tell us the mode these shipments were created with at Amazon: small parcel (SPD), LTL or FTL. Without it nobody knows whether Amazon wants tracking IDs or a PRO number:',
    },
    'two-trucks': {
      label: 'One shipment on two trucks',
      takes: 'One PRO only',
      change: 'Nobody: give one PRO only and note both loads',
      message:
        'These shipments are delivered by two trucks. Amazon takes one PRO number per shipment, so please enter only the one given here:',
    },
    'awd-freight': {
      label: 'AWD, LTL/FTL',
      takes: 'No field for a PRO; an appointment only',
      change: 'Nobody: book the appointment in Carrier Central',
      message:
        'These shipments go to Amazon Warehousing & Distribution, which has no field for a PRO number. We book the appointment; there is nothing for you to enter:',
    },
    'road-unknown': {
      label: 'Road mode unknown',
      takes: 'Not known before it is clear how the goods travel',
      change: 'Dispatcher: assign a carrier, or set the road mode',
      message: 'We are arranging the delivery of these shipments and will tell you the carrier:',
    },
    'parcel-by-parcel': {
      label: 'Parcel at Amazon, by courier',
      takes: 'A tracking ID per box',
      change: 'Nobody: pair every box with its tracking ID',
      message:
        'These shipments go by parcel carrier. Please enter the tracking ID we give for every box at Amazon:',
    },
    'freight-by-truck': {
      label: 'LTL/FTL at Amazon, by truck',
      takes: 'One PRO',
      change: 'Nobody: draw a PRO from a block',
      message: 'These shipments go by truck. Please enter one PRO number per shipment at Amazon:',
    },
    exempt: {
      label: 'Partnered carrier or AGL',
      takes: 'Nothing',
      change: 'Nobody',
      message: 'Amazon makes the tracking of these shipments itself; there is nothing for you to enter:',
    },
  },
  message: {
    greeting: 'Dear {{client}},',
    line: '{{fbaId}} ({{fc}})',
    linePro: '{{fbaId}} ({{fc}}) PRO {{pro}}',
    noFc: 'FC unknown',
  },
  standing: { open: 'To settle', unknown: 'Unknown', flagged: 'Take note', agrees: 'Agrees' },
  road: { parcel: 'Courier', truck: 'Truck' },
  title: 'Modes',
  label: 'Shipments whose modes conflict or are unknown',
  empty: 'No shipments of this kind.',
  noConflict: "Amazon's mode and the road agree everywhere.",
  kindsLabel: 'Which kind',
  column: {
    fbaId: 'FBA shipment ID',
    kind: 'Case',
    client: 'Client',
    fc: 'FC',
    amazon: 'At Amazon',
    road: 'Road',
    carrier: 'Carrier',
    marks: 'Marks',
  },
  panel: {
    none: 'Choose a shipment to see what Amazon takes and who must change what.',
    takes: 'What Amazon takes',
    change: 'Who must change what',
    marks: 'Marks and reasons',
    mark: '{{mark}}: {{reason}} ({{who}}, {{when}})',
    message: 'Message to the client',
  },
  mark: { 'two-trucks': 'two trucks', 'same-number': 'one number on all boxes, {{value}}' },
  offer: {
    amazonMode: "Amazon's mode",
    roadMode: 'Road mode',
    unknown: 'Unknown',
    message: 'Copy message',
    messageAll: 'Copy message (all {{n}} of this case)',
    sameNumber: 'One number on all boxes…',
    twoTrucks: 'Mark as two trucks…',
    removeMark: 'Remove mark: {{mark}}',
    show: 'Show in Shipments',
  },
  copied_one: 'Message for {{client}} copied, {{count}} shipment',
  copied_other: 'Message for {{client}} copied, {{count}} shipments',
  reason: {
    sameNumberTitle: 'One number on all boxes: {{fbaId}}',
    sameNumberWarning:
      'Amazon wants a different number on every box, so this is the last resort. Ask the client to change the mode first.',
    twoTrucksTitle: 'Two trucks: {{fbaId}}',
    number: 'Number',
    numberHint: 'Written on the boxes of this shipment that have none ({{boxes}})',
    reason: 'Reason',
    reasonHint: 'Kept on record',
    apply: 'Save',
  },
  saidSameNumber_one: '{{count}} box written',
  saidSameNumber_other: '{{count}} boxes written',
  saidTwoTrucks: 'Marked as two trucks',
  saidRemoved: 'Mark removed',
} as const
