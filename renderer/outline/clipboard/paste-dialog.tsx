import { PastePreview } from '../../paste/paste-preview.tsx'
import { useView } from '../../state/view.ts'
import { openTemplate, useWorkbook } from '../../state/workbook.ts'
import { focusRow } from '../row-focus.ts'
import { titleOf } from '../titles.ts'
import { insert, usePreviewed } from './paste.ts'

/** Shows what is about to be pasted from Word, and where. */
export function PasteDialog() {
  const previewed = usePreviewed((state) => state.previewed)
  const template = useWorkbook(openTemplate)
  if (!previewed || !template) return null
  const { place, proposal } = previewed
  const titleAt = (id: string | null) => (id === null ? null : titleOf(id))
  return (
    <PastePreview
      proposal={proposal}
      target={{ under: titleAt(place.parentId), after: titleAt(place.after) }}
      template={template}
      onInsert={() => {
        close()
        void insert(place, proposal.nodes)
      }}
      onCancel={close}
    />
  )
}

function close(): void {
  usePreviewed.setState({ previewed: null })
  const { current } = useView.getState().outline
  if (current !== null) focusRow(current)
}
