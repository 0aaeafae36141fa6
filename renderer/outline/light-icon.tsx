import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircleFilled,
  CircleFilled,
  CircleRegular,
  DiamondFilled,
  type FluentIcon,
  TriangleFilled,
} from '@fluentui/react-icons'
import { outlineTexts } from '../../db/model/texts/window/outline.ts'
import type { Light } from './model/badges.ts'

/** Told apart by their shapes too: not everybody sees the colours. */
const icons: Readonly<Record<Light, FluentIcon>> = {
  'not-started': CircleRegular,
  green: CircleFilled,
  yellow: TriangleFilled,
  red: DiamondFilled,
  done: CheckmarkCircleFilled,
}

const useStyles = makeStyles({
  light: { flexShrink: 0, fontSize: '14px', color: tokens.colorNeutralForeground3 },
  green: { color: tokens.colorStatusSuccessForeground1 },
  yellow: { color: tokens.colorStatusWarningForeground1 },
  red: { color: tokens.colorStatusDangerForeground1 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  'not-started': {},
})

export function LightIcon({ light }: { readonly light: Light }) {
  const styles = useStyles()
  const Icon = icons[light]
  return (
    <Icon
      className={mergeClasses(styles.light, styles[light])}
      title={outlineTexts.light(outlineTexts.lights[light])}
    />
  )
}
