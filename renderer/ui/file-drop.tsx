import { FileInput } from 'lucide-react'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import './file-drop.css'

interface FileDropProps {
  /** Shown over everything while files hover. */
  hint: string
  onDrop: (files: readonly File[]) => void
  children: ReactNode
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** Takes files dropped anywhere on its children. There must always be another way in, such as Ctrl+O. */
export function FileDrop({ hint, onDrop, children }: FileDropProps) {
  // Enter and leave come for every element under the pointer; files are gone when they balance.
  const depth = useRef(0)
  const [isOver, setIsOver] = useState(false)

  const change = (by: number) => {
    depth.current = Math.max(0, depth.current + by)
    setIsOver(depth.current > 0)
  }

  return (
    <div
      className="ui-file-drop"
      onDragEnter={(event) => {
        if (hasFiles(event)) change(1)
      }}
      onDragLeave={(event) => {
        if (hasFiles(event)) change(-1)
      }}
      onDragOver={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        change(-depth.current)
        onDrop([...event.dataTransfer.files])
      }}
    >
      {children}
      {isOver && (
        <div className="ui-file-drop-veil">
          <div className="ui-file-drop-hint">
            <FileInput aria-hidden />
            {hint}
          </div>
        </div>
      )}
    </div>
  )
}
