/** What a client is asked about a cell of the own sheet; goes out in the client's language. */
export const questionWords = {
  fileSuffix: 'questions',
  heading: 'Please complete',
  sheet: 'Questions',
  list: { sheet: 'Sheet', row: 'Row', cell: 'Cell', value: 'Value as found', question: 'Please complete' },
  between: '; ',
  column: '"{{heading}}"',
  thisCell: 'this cell',
  blank: 'blank',
  cell: {
    'scientific-notation':
      '{{cell}}: {{value}} has lost digits (scientific notation). Format the column as text and send {{column}} again in full',
    'too-many-digits':
      '{{cell}}: {{value}} is a number of more than 15 digits, so its last digits are lost. Format the column as text and send {{column}} again in full',
    'trailing-decimal':
      '{{cell}}: {{value}} ends in ".0". Format the column as text and send {{column}} again',
    'zeroed-tail': '{{cell}}: {{value}} ends in zeros as if cut off. Check it and send {{column}} in full',
    'leading-zero-lost':
      '{{cell}}: {{value}} may have lost a leading zero. Check the length, format the column as text and send {{column}} again',
    'numeric-id': '{{cell}}: {{value}} is stored as a number. Check how many digits {{column}} has',
    'several-values': '{{cell}}: {{value}} holds several numbers. Send one a cell in {{column}}',
    'bad-characters':
      '{{cell}}: {{value}} holds characters that no such number has. Check it and send {{column}} again',
    'look-alike-letters':
      '{{cell}}: {{value}} holds letters of another alphabet that look Latin. Type {{column}} again',
    'error-value':
      '{{cell}}: {{value}} is an error value of Excel. Mend the formula, or type the value of {{column}}',
    'looks-like-date':
      '{{cell}}: {{value}} was turned into a date by Excel. Format the column as text and send {{column}} again',
    'not-an-fba-id':
      '{{cell}}: {{value}} is not an FBA shipment ID (FBA, 12 characters in all). Send the right one',
    'one-character-missing':
      '{{cell}}: {{value}} is one character short. Send the FBA shipment ID in full (12 characters)',
    'not-amazon': '{{cell}}: {{value}} is not an Amazon shipment ID. Is this row meant for Amazon?',
    'not-a-box-id':
      '{{cell}}: {{value}} is not a box ID (shipment ID, U and six digits). Send it as on the box label',
    'bad-box-range':
      '{{cell}}: the run {{value}} cannot be read. Please give every box ID in a row of its own',
    'range-count-differs':
      '{{cell}}: {{value}} names another number of boxes than the row counts. Which of the two is right?',
    'box-of-another-shipment':
      '{{cell}}: {{value}} belongs to another shipment. Check the shipment ID and the box ID of this row',
    'not-a-tracking-id': '{{cell}}: {{value}} does not look like a tracking ID. Send the right one',
    'duplicate-box-id': '{{cell}}: {{value}} stands on two rows. Which one is right? Correct the other',
    'duplicate-tracking-id': '{{cell}}: {{value}} stands on several boxes. Send the tracking ID of each box',
    'conflicting-values':
      '{{cell}}: {{value}} differs from other rows of the same shipment. Check and make {{column}} the same',
    'box-count-differs':
      '{{cell}}: {{value}} differs from the boxes listed. Check the count, or complete the box list',
    'unknown-mode': '{{cell}}: {{value}} is no known mode. Send SPD, LTL or FTL',
    'unknown-fc': '{{cell}}: {{value}} is not a fulfilment centre code. Send the right one (such as ONT8)',
    'bad-number': '{{cell}}: {{value}} should be a number. Send {{column}} again',
    'no-shipment-for-row': '{{cell}}: this row has no FBA shipment ID. Send it',
    cleaned: '{{cell}}: {{value}} holds blanks or full-width characters. Check {{column}}',
    'totals-row': '{{cell}}: {{value}} looks like a totals row. Is it one?',
    'over-long': '{{cell}}: {{value}} is longer than allowed. Is it in the right column?',
    'ambiguous-date': '{{cell}}: {{value}} could be two days. Write {{column}} as 2026-11-27',
    'impossible-date': '{{cell}}: no calendar has {{value}}. Send the right date in {{column}}',
    'date-without-year': '{{cell}}: {{value}} has no year. Write {{column}} as 2026-11-27',
    'day-without-time': '{{cell}}: {{value}} has no time. Write {{column}} as 2026-11-27 14:30',
    'unreadable-date': '{{cell}}: {{value}} cannot be read as a date. Write {{column}} as 2026-11-27',
  },
} as const
