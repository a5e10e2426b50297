import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'
import type { FileProblem, ForeignContent } from '../../shared/domain/file-problem.ts'
import { FileRefusal } from './file-refusal.ts'
import type { TableFile } from './table-sink.ts'

/** `biff` is what an OLE2 workbook holds, without the container: some programs write it bare. */
export type ContentType = 'zip' | 'ole2' | 'biff' | 'text' | ForeignContent

function describeReadError(error: unknown): FileProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'missing' }
    case 'EISDIR':
      return { kind: 'is-folder' }
    case 'EACCES':
    case 'EPERM':
      return { kind: 'not-permitted' }
    case 'EBUSY':
      return { kind: 'locked' }
    case '':
      throw error
    default:
      return { kind: 'unreadable', code }
  }
}

async function readPath(path: string, limit: number): Promise<Buffer> {
  // Asked before opening: opening a pipe would wait for a writer.
  const facts = await stat(path)
  if (facts.isDirectory()) throw new FileRefusal({ kind: 'is-folder' })
  if (!facts.isFile()) throw new FileRefusal({ kind: 'unreadable', code: 'not-a-file' })
  if (facts.size > limit) throw new FileRefusal({ kind: 'too-large', bytes: facts.size, limit })
  const handle = await open(path, 'r')
  try {
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** The exact bytes of a file and their SHA-256. Throws FileRefusal. */
export async function readFileContent(
  file: TableFile,
  limit: number,
): Promise<{ bytes: Buffer; sha256: string }> {
  let bytes: Buffer
  if ('path' in file) {
    bytes = await readPath(file.path, limit).catch((error: unknown) => {
      throw error instanceof FileRefusal ? error : new FileRefusal(describeReadError(error))
    })
  } else {
    bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  }
  if (bytes.length > limit) throw new FileRefusal({ kind: 'too-large', bytes: bytes.length, limit })
  if (bytes.length === 0) throw new FileRefusal({ kind: 'empty' })
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

const signatures: [ContentType, string][] = [
  ['zip', '504b0304'],
  ['zip', '504b0506'],
  ['ole2', 'd0cf11e0a1b11ae1'],
  ['biff', '09080800'],
  ['biff', '09081000'],
  ['biff', '09040600'],
  ['biff', '09020600'],
  ['biff', '09000400'],
  ['pdf', '255044462d'],
  ['image', '89504e47'],
  ['image', 'ffd8ff'],
  ['image', '47494638'],
  ['image', '52494646'],
  ['archive', '526172211a07'],
  ['archive', '377abcaf271c'],
  ['archive', '1f8b'],
]

/** By the first bytes; the extension is what the user believes, the content is what the file is. */
export function detectContentType(bytes: Buffer): ContentType {
  const head = bytes.subarray(0, 16).toString('hex')
  return signatures.find(([, signature]) => head.startsWith(signature))?.[0] ?? 'text'
}

/** An encrypted .xlsx is an OLE2 file with a stream of this name. */
export const hasEncryptedPackage = (bytes: Buffer): boolean =>
  bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
