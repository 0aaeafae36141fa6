import { useEffect, useState } from 'react'
import { request } from '../state/client.ts'
import { enterWith } from '../state/program.ts'
import { telling } from '../state/run.ts'
import { mergeWith } from '../state/sharing.ts'

/** Opens a workbook that is dropped on the window, or takes in a contribution packet of the one that is open. Answers whether a file is being dragged over it. */
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
      if (path !== '') void receive(path)
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

/** A packet of the open workbook, which has come back, is merged into it. */
async function receive(file: string): Promise<void> {
  if (await telling(() => request('packet.is-of-this', { file }))) await mergeWith(file)
  else await enterWith(() => request('workbook.open', { file }))
}
