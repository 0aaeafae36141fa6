import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { outlineTexts } from '../../../db/model/texts/window/outline.ts'
import { openTemplate, useWorkbook } from '../../state/workbook.ts'
import { sentenceOfRefusal } from '../labels.ts'
import { indexOf } from '../model/selection.ts'
import { FOLD_WIDTH, INDENT, MARGIN } from '../row-styles.ts'
import { shownRows } from '../scene.ts'
import { titleOf } from '../titles.ts'
import { ROW_HEIGHT } from '../viewport.ts'
import { type Drag, useDrag } from './drag.ts'

const useStyles = makeStyles({
  line: {
    position: 'absolute',
    top: '-1px',
    right: `${MARGIN}px`,
    height: '2px',
    backgroundColor: tokens.colorCompoundBrandBackground,
    borderRadius: tokens.borderRadiusCircular,
    pointerEvents: 'none',
    zIndex: 1,
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-4px',
      top: '-3px',
      width: '4px',
      height: '4px',
      borderRadius: tokens.borderRadiusCircular,
      border: `2px solid ${tokens.colorCompoundBrandStroke}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  refused: {
    backgroundColor: 'transparent',
    borderTop: `2px dashed ${tokens.colorStatusDangerForeground1}`,
    '::before': { border: `2px solid ${tokens.colorStatusDangerForeground1}` },
  },
  ghost: {
    position: 'fixed',
    zIndex: 2,
    maxWidth: '280px',
    padding: '4px 10px',
    pointerEvents: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  title: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  where: { color: tokens.colorNeutralForeground3 },
  why: { color: tokens.colorStatusDangerForeground1 },
})

/** The line where dragged rows would land, and at the pointer what is dragged and to where. */
export function DropMarker() {
  const drag = useDrag((state) => state.drag)
  return drag && <Marker drag={drag} />
}

function Marker({ drag }: { readonly drag: Drag }) {
  const styles = useStyles()
  const { place, ids, x, y } = drag
  const why = useWhy(drag)
  const left = MARGIN + FOLD_WIDTH + ((place?.level ?? 1) - 1) * INDENT
  const below = indexOf(shownRows(), place?.below ?? null) + 1
  return (
    <>
      {place && (
        <div
          className={mergeClasses(styles.line, place.why !== null && styles.refused)}
          style={{ left, transform: `translateY(${below * ROW_HEIGHT}px)` }}
          data-drop={place.why === null ? 'allowed' : 'refused'}
        />
      )}
      <div className={styles.ghost} style={{ left: x + 14, top: y + 10 }}>
        <div className={styles.title}>{outlineTexts.dragged(ids.map(titleOf))}</div>
        {why === null ? (
          <div className={mergeClasses(styles.title, styles.where)}>{whereTo(drag)}</div>
        ) : (
          <div className={styles.why}>{why}</div>
        )}
      </div>
    </>
  )
}

function useWhy({ place }: Drag): string | null {
  const template = useWorkbook(openTemplate)
  return place?.why && template ? sentenceOfRefusal(template, place.why) : null
}

const whereTo = ({ place }: Drag): string =>
  place?.parentId ? outlineTexts.add.below(titleOf(place.parentId)) : outlineTexts.add.top
