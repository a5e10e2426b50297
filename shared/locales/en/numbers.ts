export const numberWords = {
  verdict: { valid: 'valid', invalid: 'invalid', unknown: 'unknown' },
  checkDigit: {
    valid: 'check digit right',
    invalid: 'check digit wrong',
    none: 'no check digit exists in this format',
  },
  certainty: {
    confirmed: 'rule published',
    secondary: 'rule from several public sources',
    inferred: 'rule inferred from few samples',
    unverified: 'rule not verified',
  },
  notTelling: 'other couriers’ numbers may look the same',
  part: {
    container: 'container',
    service: 'service',
    shipper: 'shipper',
    mailer: 'mailer',
    package: 'package',
    serial: 'serial',
    zip: 'ZIP',
    country: 'country',
    check: 'check',
  },
  container: { '00': 'carton', '01': 'pallet', '02': 'larger than a pallet', '04': 'internal' },
  chosen: {
    valid: '{{courier}}: fits',
    invalid: '{{courier}}: the check digit is wrong. Compare it with the label and enter it again.',
    'not-checked':
      '{{courier}}: printed without its check character, so nothing can be checked. Compare it with the label.',
    'other-format':
      '{{courier}}: no format of this carrier. Compare it with the label, or choose the carrier that it belongs to.',
    'format-not-known':
      '{{courier}}: format not known. The number is taken unchecked; compare it with the label.',
    'not-a-number':
      '{{courier}}: format not known, but a number has 8 to 30 letters and digits. Enter it as printed on the label.',
  },
  suggested: 'Looks like {{courier}}.',
  noFormat: 'No courier on file has numbers like this.',
  pro: {
    fits: '{{scac}}: fits the PRO format ({{certainty}})',
    'does-not-fit':
      '{{scac}}: not the length or beginning of this carrier’s PRO numbers ({{certainty}}). Compare it with the freight bill.',
    'check-digit-fails':
      '{{scac}}: the check digit of the PRO is wrong ({{certainty}}). Compare it with the freight bill.',
    'no-rule': '{{scac}}: nothing is known of this carrier’s PRO numbers; the number is taken unchecked.',
    warns: 'A warning only: the rule is not sure enough to block.',
  },
}
