import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type ReactNode, useMemo, useState } from 'react'
import { condensed } from '../../db/model/history/condensed.ts'
import { type DifferenceLine, difference } from '../../db/model/history/difference.ts'
import type { LineShape, TextLine } from '../../db/model/history/lines.ts'
import type { Piece, Side } from '../../db/model/history/words.ts'
import { historyTexts as texts } from '../../db/model/texts/window/history.ts'

/** CSS pixels that a list is indented by. */
const INDENT = 22

const useStyles = makeStyles({
  text: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: '22px',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  line: { display: 'flex', ':not(:first-child)': { marginTop: '4px' } },
  mark: { flexShrink: 0, width: `${INDENT}px`, color: tokens.colorNeutralForeground2 },
  words: { minWidth: 0 },
  // Told apart by the lines, not by the colours alone.
  came: {
    color: tokens.colorStatusSuccessForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground1,
    textDecorationLine: 'underline',
    textDecorationThickness: '2px',
    textUnderlineOffset: '3px',
    borderRadius: tokens.borderRadiusSmall,
  },
  went: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    textDecorationLine: 'line-through',
    borderRadius: tokens.borderRadiusSmall,
  },
  link: { textDecorationLine: 'underline', textDecorationStyle: 'dotted' },
  toggle: { minWidth: 'auto', paddingLeft: 0, paddingRight: 0 },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

type Styles = ReturnType<typeof useStyles>

interface DifferenceViewProps {
  readonly before: readonly TextLine[]
  readonly after: readonly TextLine[]
}

/** What came and what went between two texts; long stretches in which nothing did are folded. */
export function DifferenceView({ before, after }: DifferenceViewProps) {
  const styles = useStyles()
  const [isWhole, setWhole] = useState(false)
  const lines = useMemo(() => difference(before, after), [before, after])
  const short = useMemo(() => condensed(lines), [lines])
  const shown = isWhole ? lines.map((line) => ({ kind: 'line' as const, line })) : short
  return (
    <div className={styles.text} lang="da">
      {shown.map((each, index) =>
        each.kind === 'line' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own
          <Line key={index} line={each.line} styles={styles} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own
          <div key={index}>
            <Toggle text={texts.showUnchanged(each.count)} onToggle={() => setWhole(true)} />
          </div>
        ),
      )}
      {isWhole && <Toggle text={texts.hideUnchanged} onToggle={() => setWhole(false)} />}
    </div>
  )
}

interface ToggleProps {
  readonly text: string
  readonly onToggle: () => void
}

function Toggle({ text, onToggle }: ToggleProps) {
  const styles = useStyles()
  return (
    <Button appearance="transparent" size="small" className={styles.toggle} onClick={onToggle}>
      {text}
    </Button>
  )
}

/** A text as it was, with nothing to compare it with. */
export function TextView({ lines }: { readonly lines: readonly TextLine[] }) {
  const styles = useStyles()
  return (
    <div className={styles.text} lang="da">
      {lines.map(({ shape, content }, index) => {
        const pieces = content.map((stretch) => ({ ...stretch, side: 'both' as const }))
        const line = { side: 'both' as const, shape, shapeBefore: null, pieces, end: 'both' as const }
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own
        return <Line key={index} line={line} styles={styles} />
      })}
    </div>
  )
}

interface LineProps {
  readonly line: DifferenceLine
  readonly styles: Styles
}

/** The sign of the end of a paragraph that came or went. */
const END = '¶'

function Line({ line: { side, shape, shapeBefore, pieces, end }, styles }: LineProps) {
  const depth = Math.max(0, shape.depth - 1)
  const words = withoutBlanks(pieces).map((piece, index) =>
    drawPiece(piece, index, side === 'both' ? piece.side : 'both', styles),
  )
  return (
    <div className={styles.line} style={{ paddingLeft: depth * INDENT }}>
      {shape.depth > 0 && (
        <span className={styles.mark}>
          {shapeBefore && shapeBefore.mark !== shape.mark && markOf(shapeBefore) !== '' && (
            <Sided side="went" styles={styles}>
              {markOf(shapeBefore)}
            </Sided>
          )}
          {markOf(shape)}
        </span>
      )}
      <span className={styles.words}>
        <Sided side={side} styles={styles}>
          {words}
        </Sided>
        {end !== 'both' && (
          <Sided side={end} styles={styles}>
            {END}
          </Sided>
        )}
      </span>
    </div>
  )
}

const isBlank = ({ text }: Piece): boolean => /^[^\S\n]+$/.test(text)

/** Other blanks than before between the same words are no change that anybody wants to see. */
const withoutBlanks = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.flatMap((piece, index) => {
    const [last, next] = [pieces[index - 1], pieces[index + 1]]
    if (!isBlank(piece)) return [piece]
    if (piece.side === 'went' && next?.side === 'came' && isBlank(next)) return []
    const stoodOther = piece.side === 'came' && last?.side === 'went' && isBlank(last)
    return [stoodOther ? { ...piece, side: 'both' as const } : piece]
  })

const markOf = ({ mark, number }: LineShape): string =>
  mark === 'number' ? `${number}.` : mark === 'bullet' ? '•' : ''

function drawPiece({ text, marks }: Piece, index: number, side: Side, styles: Styles): ReactNode {
  const slanted = marks.italic ? <em>{text}</em> : text
  const heavy = marks.bold ? <strong>{slanted}</strong> : slanted
  const linked =
    marks.link === undefined ? (
      heavy
    ) : (
      <span className={styles.link} title={marks.link}>
        {heavy}
      </span>
    )
  return (
    <Sided key={index} side={side} styles={styles}>
      {linked}
    </Sided>
  )
}

interface SidedProps {
  readonly side: Side
  readonly styles: Styles
  readonly children: ReactNode
}

/** What came is inserted and what went is deleted, to the eye and to the ear. */
function Sided({ side, styles, children }: SidedProps) {
  if (side === 'both') return <span>{children}</span>
  const Mark = side === 'came' ? 'ins' : 'del'
  return (
    <Mark className={mergeClasses(side === 'came' ? styles.came : styles.went)}>
      <span className={styles.unseen}>{side === 'came' ? texts.inserted : texts.deleted} </span>
      {children}
    </Mark>
  )
}
