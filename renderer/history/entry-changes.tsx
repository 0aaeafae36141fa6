import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { HistoryScope } from '../../db/model/history/entry.ts'
import { historyTexts as texts } from '../../db/model/texts/window/history.ts'
import { goToNode } from '../state/navigate.ts'
import { groupsOf, type PlaceGroup } from './place-groups.ts'
import { PlaceView, RestoreButton } from './place-view.tsx'
import type { Known } from './place-words.ts'
import { useChanges } from './use-history.ts'

const useStyles = makeStyles({
  group: { ':not(:first-child)': { marginTop: '8px' } },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '12px',
    rowGap: '2px',
    minHeight: '32px',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: { margin: '4px 0 12px', color: tokens.colorNeutralForeground3 },
  go: { minWidth: 'auto', paddingLeft: 0 },
})

interface EntryChangesProps {
  readonly dot: number
  readonly scope: HistoryScope
  readonly known: Known
  readonly onRestored: () => void
}

/** What an entry changed: the texts before and after, row by row as the form has them. */
export function EntryChanges({ dot, scope, known, onRestored }: EntryChangesProps) {
  const styles = useStyles()
  const changes = useChanges(scope, dot)
  if (!changes) return <p className={styles.quiet}>{texts.loading}</p>
  const groups = groupsOf(changes.changes, known)
  return (
    <>
      {groups.length === 0 && <p className={styles.quiet}>{texts.nothingToShow}</p>}
      {groups.map((group) => (
        <Group
          key={group.key}
          dot={dot}
          group={group}
          known={known}
          isOnly={groups.length === 1}
          onRestored={onRestored}
        />
      ))}
      {changes.more && <p className={styles.quiet}>{texts.moreChanges}</p>}
    </>
  )
}

interface GroupProps {
  readonly dot: number
  readonly group: PlaceGroup
  readonly known: Known
  /** Then the entry has said already what it is called. */
  readonly isOnly: boolean
  readonly onRestored: () => void
}

function Group({ dot, group, known, isOnly, onRestored }: GroupProps) {
  const styles = useStyles()
  const { row, places, title } = group
  const hasTitle = row !== null || !isOnly
  const [first] = places
  return (
    <div className={styles.group}>
      {hasTitle && (
        <div className={styles.head}>
          <h4 className={styles.title}>{titleOf(group)}</h4>
          {row?.restorable && <RestoreButton dot={dot} place={row} known={known} onRestored={onRestored} />}
        </div>
      )}
      {places.map((place) => (
        <PlaceView
          key={`${place.table} ${place.rowId} ${place.unit} ${place.op}`}
          dot={dot}
          place={place}
          known={known}
          level={hasTitle ? 5 : 4}
          isOfWhole={row !== null}
          onRestored={onRestored}
        />
      ))}
      {row?.op !== 'went' && first && first.nodeId !== null && first.planId !== null && (
        <GoButton planId={first.planId} nodeId={first.nodeId} title={title} />
      )}
    </div>
  )
}

function titleOf({ row, title }: PlaceGroup): string {
  if (!row) return texts.whole(title)
  return row.op === 'went' ? texts.went(title) : texts.came(title)
}

interface GoButtonProps {
  readonly planId: string
  readonly nodeId: string
  readonly title: string
}

function GoButton({ planId, nodeId, title }: GoButtonProps) {
  const styles = useStyles()
  return (
    <Button
      size="small"
      appearance="transparent"
      className={styles.go}
      onClick={() => void goToNode(planId, nodeId)}
    >
      {texts.goTo(title)}
    </Button>
  )
}
