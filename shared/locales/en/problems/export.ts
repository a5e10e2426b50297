export const exportWords = {
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
} as const
