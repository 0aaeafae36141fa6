import { FluentProvider, Tree, TreeItem, TreeItemLayout, webLightTheme } from '@fluentui/react-components'
import { type KeyboardEvent, memo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { branchesIn, type Row, renamed } from './row.ts'

/** Fluent's own tree as its documentation writes one; a branch is drawn again only when something in it changes. */
const Branch = memo(function Branch({ id, title, rows }: Row) {
  return (
    <TreeItem value={id} itemType={rows.length > 0 ? 'branch' : 'leaf'} data-row={id}>
      <TreeItemLayout>
        <span data-part="title">{title}</span>
      </TreeItemLayout>
      {rows.length > 0 && (
        <Tree>
          {rows.map((row) => (
            <Branch key={row.id} {...row} />
          ))}
        </Tree>
      )}
    </TreeItem>
  )
})

/** F2 changes the title of the row that has the focus; F7 closes all branches, F8 opens them. */
function Page({ given }: { readonly given: readonly Row[] }) {
  const [rows, setRows] = useState(given)
  const [open, setOpen] = useState(() => branchesIn(given))
  const press = ({ key, target }: KeyboardEvent) => {
    const id = target instanceof HTMLElement ? target.dataset.row : undefined
    if (key === 'F2' && id !== undefined) setRows(renamed(rows, id))
    if (key === 'F7') setOpen([])
    if (key === 'F8') setOpen(branchesIn(rows))
  }
  return (
    <FluentProvider theme={webLightTheme}>
      <div style={{ width: 400, height: '100vh', overflowY: 'auto' }}>
        <Tree
          aria-label="Rows"
          onKeyDown={press}
          openItems={open}
          onOpenChange={(_, { openItems }) => setOpen(Array.from(openItems, String))}
        >
          {rows.map((row) => (
            <Branch key={row.id} {...row} />
          ))}
        </Tree>
      </div>
    </FluentProvider>
  )
}

const root = document.getElementById('root')
const given: readonly Row[] = await (await fetch('./rows.json')).json()
if (root) createRoot(root).render(<Page given={given} />)
