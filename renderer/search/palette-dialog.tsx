import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { fold } from '../../db/model/search/fold.ts'
import { actionNames } from '../../db/model/texts/window/actions.ts'
import { menuTexts } from '../../db/model/texts/window/menu.ts'
import { searchTexts } from '../../db/model/texts/window/search.ts'
import { type ActionId, actionIds, actions, isActionId } from '../../preload/actions.ts'
import { act, canAct, isChecked } from '../actions/registry.ts'
import { closeDialog } from '../state/view.ts'
import { PickDialog } from '../ui/pick-dialog.tsx'
import { writtenKey } from '../ui/written-key.ts'

const useStyles = makeStyles({
  row: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  key: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** Every command that stands in a menu and makes sense now, found by its words. */
export function PaletteDialog() {
  const styles = useStyles()
  const [query, setQuery] = useState('')
  // What could be done when the dialog opened; the dialog itself takes the focus that some actions ask for.
  const [possible] = useState(() =>
    actionIds.filter((id) => actions[id].menu !== undefined && id !== 'palette.open' && canAct(id)),
  )
  const options = matching(possible, query).map((id) => ({
    key: id,
    group: query === '' ? groupOf(id) : undefined,
    content: (
      <span className={styles.row}>
        <span>
          {isChecked(id) ? '✓ ' : ''}
          {actionNames[id]}
        </span>
        <span className={styles.key}>{writtenKey(id)}</span>
      </span>
    ),
  }))
  const pick = (key: string) => {
    closeDialog()
    // The focus goes back to where it was before the action moves it on.
    if (isActionId(key)) setTimeout(() => act(key))
  }
  return (
    <PickDialog
      title={searchTexts.palette.title}
      placeholder={searchTexts.palette.placeholder}
      query={query}
      onQuery={setQuery}
      options={options.map(({ group, ...option }) => (group === undefined ? option : { ...option, group }))}
      onPick={pick}
      onClose={closeDialog}
      empty={searchTexts.palette.none}
      resultsLabel={searchTexts.palette.title}
    />
  )
}

function groupOf(id: ActionId): string {
  const { menu } = actions[id]
  return menu === undefined ? '' : menuTexts.menus[menu]
}

/** Those whose name has every word of the query; names that begin with it come first. */
function matching(ids: readonly ActionId[], query: string): readonly ActionId[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  const begins = (id: ActionId) => fold(actionNames[id]).startsWith(words[0] ?? '')
  return ids
    .filter((id) => words.every((word) => fold(actionNames[id]).includes(word)))
    .toSorted((a, b) => (words.length === 0 ? 0 : Number(begins(b)) - Number(begins(a))))
}
