/** What speaks for a client: the file's own words, its name, its folder, shipments on file, its layout. */
export type ClientSource = 'stated' | 'file-name' | 'folder' | 'shipments' | 'layout'

export interface ClientEvidence {
  source: ClientSource
  /** Names; more than one where the source does not decide. */
  clients: readonly string[]
}

export interface ClientCandidate {
  client: string
  source: ClientSource
}

export interface ClientGuess {
  /** Null: nothing decides, or two things speak against each other; the user is asked. */
  client: string | null
  /** What speaks for whom where nothing decides. */
  candidates: ClientCandidate[]
}

/**
 * Whose file it is. Sources that name the same client decide; where they differ, the client who is known to use this
 * layout does, which is how an answer given once settles the next file. A layout alone decides only when `isNameless`:
 * the file's name points to nobody else.
 */
export function decideClient(evidence: readonly ClientEvidence[], isNameless: boolean): ClientGuess {
  const usable = evidence.filter(({ clients }) => clients.length > 0)
  const certain = usable.filter(({ source, clients }) => source !== 'layout' && clients.length === 1)
  const named = [...new Set(certain.map(({ clients }) => clients[0]!))]
  const users = usable.find(({ source }) => source === 'layout')?.clients ?? []
  const [only] = named
  if (only !== undefined && named.length === 1) return { client: only, candidates: [] }
  const settled = named.filter((client) => users.includes(client))
  if (settled.length === 1) return { client: settled[0]!, candidates: [] }
  if (named.length === 0 && users.length === 1 && isNameless) return { client: users[0]!, candidates: [] }
  return { client: null, candidates: listCandidates(usable) }
}

function listCandidates(evidence: readonly ClientEvidence[]): ClientCandidate[] {
  const first = new Map<string, ClientCandidate>()
  for (const { source, clients } of evidence)
    for (const client of clients) if (!first.has(client)) first.set(client, { client, source })
  return [...first.values()]
}
