import path from 'node:path'

export const getLedgerFile = (databaseFile: string): string =>
  path.join(databaseFile.replace(/\.db$/i, '') + '.ledger', 'numbers.log')
