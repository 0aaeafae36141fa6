import { makeStyles, tokens } from '@fluentui/react-components'
import type { KeyboardEvent, PointerEvent } from 'react'

const useStyles = makeStyles({
  divider: {
    width: '7px',
    margin: '0 -3px',
    flexShrink: 0,
    cursor: 'col-resize',
    zIndex: 2,
    touchAction: 'none',
    backgroundImage: `linear-gradient(${tokens.colorNeutralStroke2}, ${tokens.colorNeutralStroke2})`,
    backgroundSize: '1px 100%',
    backgroundPosition: 'center',
    backgroundRepeat: 'no-repeat',
    ':hover': {
      backgroundImage: `linear-gradient(${tokens.colorBrandStroke1}, ${tokens.colorBrandStroke1})`,
    },
    ':focus-visible': {
      outline: 'none',
      backgroundSize: '3px 100%',
      backgroundImage: `linear-gradient(${tokens.colorStrokeFocus2}, ${tokens.colorStrokeFocus2})`,
    },
  },
})

interface DividerProps {
  readonly label: string
  /** Width in CSS pixels of the pane that it sizes. */
  readonly value: number
  readonly min: number
  readonly max: number
  /** On which side of the divider that pane lies. */
  readonly sizes: 'left' | 'right'
  readonly onChange: (value: number) => void
}

/** CSS pixels for one press of an arrow key. */
const STEP = 16

/** A movable border between two panes, by mouse and by arrow keys. */
export function Divider({ label, value, min, max, sizes, onChange }: DividerProps) {
  const styles = useStyles()
  const direction = sizes === 'left' ? 1 : -1
  const set = (wanted: number) => onChange(Math.round(Math.min(max, Math.max(min, wanted))))
  const drag = (down: PointerEvent<HTMLDivElement>) => {
    const bar = down.currentTarget
    bar.setPointerCapture(down.pointerId)
    const move = (event: globalThis.PointerEvent) => set(value + direction * (event.clientX - down.clientX))
    const drop = () => {
      bar.removeEventListener('pointermove', move)
      bar.removeEventListener('lostpointercapture', drop)
    }
    bar.addEventListener('pointermove', move)
    bar.addEventListener('lostpointercapture', drop)
  }
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.shiftKey) return
    if (event.key === 'ArrowLeft') set(value - direction * STEP)
    else if (event.key === 'ArrowRight') set(value + direction * STEP)
    else if (event.key === 'Home') set(min)
    else if (event.key === 'End') set(max)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is a control, and <hr> is none.
    <div
      className={styles.divider}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={drag}
      onKeyDown={press}
    />
  )
}
