import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  AppsListRegular,
  ArrowTrendingRegular,
  BuildingGovernmentRegular,
  FlagRegular,
  type FluentIcon,
  HandshakeRegular,
  LayerRegular,
  TargetRegular,
  TextDescriptionRegular,
} from '@fluentui/react-icons'
import type { NodeType } from '../../db/model/template/template.ts'

const icons: Readonly<Record<NodeType, FluentIcon>> = {
  section: TextDescriptionRegular,
  theme: LayerRegular,
  programme: AppsListRegular,
  indsats: TargetRegular,
  bidrag: HandshakeRegular,
  goal: BuildingGovernmentRegular,
  milestone: FlagRegular,
  indicator: ArrowTrendingRegular,
}

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: '18px', color: tokens.colorNeutralForeground3 },
  work: { color: tokens.colorBrandForeground1 },
  milestone: { color: tokens.colorPaletteMarigoldForeground2 },
})

/** The sign of a type of node. Its word stands beside it, or is read with the row. */
export function NodeIcon({ type }: { readonly type: NodeType }) {
  const styles = useStyles()
  const Icon = icons[type]
  const isWork = type === 'indsats' || type === 'bidrag' || type === 'goal'
  return (
    <Icon
      className={mergeClasses(styles.icon, isWork && styles.work, type === 'milestone' && styles.milestone)}
    />
  )
}
