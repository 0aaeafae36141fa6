import { useEffect, useState } from 'react'
import { request } from '../state/client.ts'
import { enterWith } from '../state/program.ts'

/** Opens a workbook that is dropped on the window. Answers whether a file is being dragged over it. */
export function useDroppedFiles(): boolean {
  const [dropping, setDropping] = useState(false)
  useEffect(() => {
    const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const over = (event: DragEvent) => {
      if (!carriesFile(event)) return
      event.preventDefault()
      setDropping(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDropping(false)
    }
    const drop = (event: DragEvent) => {
      setDropping(false)
      const file = event.dataTransfer?.files[0]
      if (!file) return
      event.preventDefault()
      const path = window.planvaerk.pathOf(file)
      if (path !== '') void enterWith(() => request('workbook.open', { file: path }))
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return dropping
}
