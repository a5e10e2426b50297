export const pairingProblemWords = {
  mismatch: {
    'fewer-numbers': 'Numbers missing: {{missing}}. Press Ins where a box has none',
    'fewer-numbers-by-label': 'Boxes without a number in the list: {{missing}}. They stay without',
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
} as const
