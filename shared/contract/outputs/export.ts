import type { ReadinessReason, ShipmentStatus } from '../../domain/readiness.ts'

export interface ExportPlan {
  folderName: string
  clients: {
    client: string
    folder: string
    shipments: number
    files: string[]
    added: number
    changed: number
    unchanged: number
  }[]
  leftOut: { id: number; fbaId: string; client: string; status: ShipmentStatus; reasons: ReadinessReason[] }[]
  ready: number
}

export interface ExportResult {
  exportId: number
  folder: string
  files: number
  shipments: number
  leftOut: number
  manifestSha256: string
  /** A ZIP to download where the door has no folders to show (browser host); else null. */
  download: string | null
}
