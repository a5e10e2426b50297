/** The few channels between preload and main; calls themselves are named by the contract. */
export const channels = {
  call: 'tailboard:call',
  cancel: 'tailboard:cancel',
  event: 'tailboard:event',
  command: 'tailboard:command',
  offerFiles: 'tailboard:offer-files',
  pickFiles: 'tailboard:pick-files',
  pickFolder: 'tailboard:pick-folder',
} as const
