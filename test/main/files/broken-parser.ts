/** Stands in for a parser process that a file has got the better of: `parse` names what happens to it. */
process.on('message', (request: { file?: { path: string } }) => {
  switch (request.file?.path) {
    case 'hang':
      for (;;) Date.now()
    case 'eat':
      for (const eaten: Buffer[] = []; ;) eaten.push(Buffer.alloc(16 * 1024 * 1024, 1))
    case 'heap':
      for (const eaten: number[][] = []; ;) eaten.push(Array<number>(1_000_000).fill(0.5))
    case 'exit':
      process.exit(0)
  }
})
