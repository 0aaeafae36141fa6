import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type ReactNode, useId, useMemo } from 'react'
import type { HistoryValue } from '../../db/model/history/entry.ts'
import type { ConflictSide, OpenConflict } from '../../db/model/merge/report.ts'
import { mergeTexts } from '../../db/model/texts/window/merge.ts'
import { outlineTexts } from '../../db/model/texts/window/outline.ts'
import { DifferenceView, TextView } from '../history/difference-view.tsx'
import { type Known, linesIn, placeTitle } from '../history/place-words.ts'
import { goToNode } from '../state/navigate.ts'
import { useWorkbook } from '../state/workbook.ts'
import { writtenTime } from '../ui/dates.ts'
import { planName } from '../ui/plan-name.ts'
import { resolve } from './resolve.ts'

const { conflicts: texts } = mergeTexts

/** Narrower than this, theirs stands below mine. */
const BESIDE = '@media (min-width: 760px)'

const useStyles = makeStyles({
  card: {
    padding: '12px 16px 16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  where: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  path: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  block: { marginTop: '8px' },
  before: { padding: '6px 12px', backgroundColor: tokens.colorNeutralBackground2 },
  sides: { display: 'grid', gap: '12px', [BESIDE]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' } },
  side: {
    display: 'flex',
    flexDirection: 'column',
    padding: '8px 12px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  label: {
    margin: '0 0 4px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  owner: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  text: { flex: 1 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
  button: { alignSelf: 'start', marginTop: '12px' },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginTop: '12px' },
})

interface ConflictCardProps {
  readonly conflict: OpenConflict
  readonly known: Known
  /** It will be decided, and be gone. */
  readonly onDecide: () => void
}

/** A place that two wrote in: what stood there before, mine at the left, theirs at the right, and what to do. */
export function ConflictCard({ conflict, known, onDecide }: ConflictCardProps) {
  const styles = useStyles()
  const id = useId()
  const isReadOnly = useWorkbook((workbook) => workbook.readOnly)
  const { place, left, right, stands, joinable } = conflict
  const title = placeTitle(place, known)
  const button = (choice: Parameters<typeof resolve>[1], text: string, isFirst = false): ReactNode =>
    isReadOnly ? null : (
      <Button
        className={styles.button}
        appearance={isFirst ? 'primary' : 'secondary'}
        aria-label={texts.of(text, title)}
        onClick={() => {
          onDecide()
          void resolve(conflict, choice, title)
        }}
      >
        {text}
      </Button>
    )
  const choose = (side: ConflictSide, text: string, isFirst: boolean): ReactNode =>
    button(isFirst && stands === 'left' ? 'kept' : side.choice, text, isFirst && stands !== null)
  return (
    <li>
      <article className={styles.card} aria-labelledby={id} tabIndex={-1} data-conflict>
        <Where id={id} conflict={conflict} known={known} />
        <Before conflict={conflict} known={known} />
        <div className={mergeClasses(styles.block, styles.sides)}>
          <Side conflict={conflict} of="left" known={known}>
            {choose(left, stands === null ? texts.take(left, right) : texts.keep(left, right), true)}
          </Side>
          <Side conflict={conflict} of="right" known={known}>
            {choose(right, texts.take(right, left), false)}
          </Side>
        </div>
        {stands === null && (
          <div className={mergeClasses(styles.block, styles.side)}>
            <h5 className={mergeClasses(styles.label, styles.owner)}>{texts.since}</h5>
            <Value value={conflict.now} conflict={conflict} known={known} />
            {button('kept', texts.keepNow, true)}
          </div>
        )}
        <div className={styles.foot}>
          {joinable && !isReadOnly && <BothButton conflict={conflict} title={title} onDecide={onDecide} />}
          <GoLink conflict={conflict} />
        </div>
      </article>
    </li>
  )
}

interface PartProps {
  readonly conflict: OpenConflict
  readonly known: Known
}

/** »Målaftale 2027-29 › Mål › Flere børn læser › Effekt« */
function Where({ id, conflict: { place, path }, known }: PartProps & { readonly id: string }) {
  const styles = useStyles()
  const { plans, units } = useWorkbook()
  const plan = plans.get(place.planId ?? '')
  const above = [...(plan ? [planName(plan, units)] : []), ...path.map(outlineTexts.titleOr)]
  return (
    <h4 id={id} className={styles.where}>
      {above.length > 0 && <span className={styles.path}>{above.join(' › ')}</span>}
      {placeTitle(place, known)}
    </h4>
  )
}

function Before({ conflict, known }: PartProps) {
  const styles = useStyles()
  const { before } = conflict
  return (
    <div className={mergeClasses(styles.block, styles.before)}>
      <h5 className={mergeClasses(styles.label, styles.owner)}>{texts.before}</h5>
      {before === undefined ? (
        <p className={styles.quiet}>{texts.beforeUnknown}</p>
      ) : (
        <Value value={before} conflict={conflict} known={known} empty={texts.beforeEmpty} />
      )}
    </div>
  )
}

interface SideProps extends PartProps {
  readonly of: 'left' | 'right'
  readonly children: ReactNode
}

/** What one of them wrote, as a difference from what stood there before. */
function Side({ conflict, of, known, children }: SideProps) {
  const styles = useStyles()
  const { left, right, stands, before, place } = conflict
  const [side, other] = of === 'left' ? [left, right] : [right, left]
  const linesBefore = useMemo(() => linesIn(before ?? null, place, known), [before, place, known])
  const lines = useMemo(() => linesIn(side.value, place, known), [side, place, known])
  const when = side.at === null ? '' : writtenTime(side.at)
  return (
    <div className={styles.side}>
      <h5 className={styles.label}>
        <span className={styles.owner}>{texts.side(texts.owner(side, other), when)}</span>
        {stands === of && ` · ${texts.standsNow}`}
      </h5>
      <div className={styles.text}>
        {before === undefined || before === null ? (
          <Value value={side.value} conflict={conflict} known={known} />
        ) : (
          <DifferenceView before={linesBefore} after={lines} />
        )}
      </div>
      {children}
    </div>
  )
}

interface ValueProps extends PartProps {
  readonly value: HistoryValue | null
  readonly empty?: string
}

function Value({ value, conflict, known, empty = texts.empty }: ValueProps) {
  const styles = useStyles()
  const lines = linesIn(value, conflict.place, known)
  return lines.length === 0 ? <p className={styles.quiet}>{empty}</p> : <TextView lines={lines} />
}

interface BothProps {
  readonly conflict: OpenConflict
  readonly title: string
  readonly onDecide: () => void
}

function BothButton({ conflict, title, onDecide }: BothProps) {
  return (
    <Button
      aria-label={texts.of(texts.both, title)}
      onClick={() => {
        onDecide()
        void resolve(conflict, 'both', title)
      }}
    >
      {texts.both}
    </Button>
  )
}

function GoLink({ conflict: { place } }: { readonly conflict: OpenConflict }) {
  const { planId, nodeId } = place
  if (planId === null) return null
  return (
    <Link as="button" onClick={() => void goToNode(planId, nodeId)}>
      {texts.goTo}
    </Link>
  )
}
