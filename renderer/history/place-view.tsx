import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowCounterclockwiseRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import type { PlaceChange } from '../../db/model/history/entry.ts'
import { restorableTables } from '../../db/model/history/restorable.ts'
import { historyTexts as texts } from '../../db/model/texts/window/history.ts'
import { run, tellUndoable } from '../state/run.ts'
import { DifferenceView, TextView } from './difference-view.tsx'
import { type Known, linesIn, placeName, placeTitle } from './place-words.ts'

/** Narrower than this, the label stands above its text. */
const BESIDE = '@media (min-width: 760px)'

const useStyles = makeStyles({
  place: {
    padding: '8px 0',
    [BESIDE]: { display: 'grid', gridTemplateColumns: '132px minmax(0, 1fr)', columnGap: '12px' },
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  label: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '22px',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  note: {
    margin: '0 0 4px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '22px',
  },
  // The label says that it went; a long text that is struck out could hardly be read.
  went: { paddingLeft: '10px', borderLeft: `3px solid ${tokens.colorStatusDangerBorderActive}` },
  came: { paddingLeft: '10px', borderLeft: `3px solid ${tokens.colorStatusSuccessBorderActive}` },
  restore: { marginTop: '6px' },
})

/** Of one place that an entry changed. */
interface PlaceProps {
  readonly dot: number
  readonly place: PlaceChange
  readonly known: Known
  /** The button is gone after it. */
  readonly onRestored: () => void
}

interface PlaceViewProps extends PlaceProps {
  /** Of its heading. */
  readonly level: 4 | 5
  /** Whether the row came or went as a whole: then that need not be said of each of its places. */
  readonly isOfWhole: boolean
}

/** The text before and after, and the way back to it. */
export function PlaceView({ level, isOfWhole, ...props }: PlaceViewProps) {
  const styles = useStyles()
  const { place, known } = props
  const name = placeName(place, known)
  const Heading = level === 4 ? 'h4' : 'h5'
  return (
    <div className={styles.place}>
      <Heading className={styles.label}>{isOfWhole ? name : changedName(name, place.op)}</Heading>
      <div>
        <Texts place={place} known={known} />
        {place.restorable && (
          <div className={styles.restore}>
            <RestoreButton {...props} />
          </div>
        )}
      </div>
    </div>
  )
}

function changedName(name: string, op: PlaceChange['op']): string {
  if (op === 'changed') return name
  return op === 'came' ? texts.cameHere(name) : texts.wentHere(name)
}

export function RestoreButton({ dot, place, known, onRestored }: PlaceProps) {
  const text = restoreText(place)
  const title = place.unit === null ? texts.whole(place.title) : placeTitle(place, known)
  return (
    <Button
      size="small"
      icon={<ArrowCounterclockwiseRegular />}
      aria-label={texts.restore.of(text, title)}
      onClick={() => void restore(dot, place, title, onRestored)}
    >
      {text}
    </Button>
  )
}

function restoreText({ table, unit, before }: PlaceChange): string {
  if (unit === null) return table === 'plan' ? texts.restore.plan : texts.restore.row
  const isText = before?.kind === 'plain' || before?.kind === 'rich'
  return isText ? texts.restore.text : texts.restore.other
}

async function restore(
  dot: number,
  { table: name, rowId, unit }: PlaceChange,
  title: string,
  onRestored: () => void,
): Promise<void> {
  const table = restorableTables.find((each) => each === name)
  if (!table || !(await run({ type: 'history.restore', dot, table, rowId, unit }))) return
  onRestored()
  tellUndoable(texts.restored(title))
}

function Texts({ place, known }: Pick<PlaceProps, 'place' | 'known'>) {
  const styles = useStyles()
  const { before, after, op } = place
  const linesBefore = useMemo(() => linesIn(before, place, known), [before, place, known])
  const linesAfter = useMemo(
    () => (after === undefined ? null : linesIn(after, place, known)),
    [after, place, known],
  )
  if (op === 'went' || linesAfter === null) {
    return (
      <div className={mergeClasses(op === 'went' && styles.went)}>
        {linesAfter === null && <p className={styles.note}>{texts.afterUnknown}</p>}
        <TextView lines={linesBefore} />
      </div>
    )
  }
  if (op === 'came') {
    return (
      <div className={styles.came}>
        <TextView lines={linesAfter} />
      </div>
    )
  }
  const isOrder = place.table === 'node' && place.unit === 'place' && isSame(linesBefore, linesAfter)
  if (isOrder) return <p className={styles.note}>{texts.sameOrder}</p>
  return <DifferenceView before={linesBefore} after={linesAfter} />
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
