export const cellWords = {
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
  column: {
    'heading-and-contents': 'Heading and contents agree ({{passed}} of {{of}})',
    'heading-only': 'The heading fits, but there are no contents to check',
    'contents-unchecked': 'The heading fits; contents of this kind are not checked',
    'contents-only': 'The contents fit ({{passed}} of {{of}}), but the heading is not known',
    'contents-disagree': 'The heading fits, but only {{passed}} of {{of}} cells do',
    'two-meanings': 'This heading may also mean "{{other}}"',
    remembered: 'This client has used it so before',
    'known-elsewhere': '{{client}} uses the same layout so',
    taught: 'Taught for all clients',
    chosen: 'Chosen by you',
    'no-match': 'No field fits; kept as it is',
  },
} as const
