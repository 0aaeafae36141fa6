import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { lights } from '../../../db/model/follow-up.ts'
import type { LightCounts } from '../../../db/model/overview/follow-up.ts'
import type { Light } from '../../../db/model/overview/rows.ts'
import { outlineTexts } from '../../../db/model/texts/window/outline.ts'
import { overviewTexts } from '../../../db/model/texts/window/overview.ts'
import { LightIcon } from '../../outline/light-icon.tsx'

const texts = overviewTexts.followUp

/** A light, `none` = without one, '' = all. */
export type LightChosen = Light | 'none' | ''

const useStyles = makeStyles({
  lights: {
    flexShrink: 0,
    minInlineSize: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: `0 0 ${tokens.spacingVerticalM}`,
    padding: 0,
    border: 'none',
  },
  button: { minWidth: 'auto', whiteSpace: 'nowrap' },
  sign: { display: 'flex', marginRight: '6px' },
})

interface LightFilterProps {
  readonly counts: LightCounts
  readonly chosen: LightChosen
  readonly onChange: (chosen: LightChosen) => void
}

/** How many have each light; pressed, only those are shown. */
export function LightFilter({ counts, chosen, onChange }: LightFilterProps) {
  const styles = useStyles()
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const button = (value: LightChosen, name: string, count: number, light: Light | null) => (
    <ToggleButton
      key={value}
      size="small"
      className={styles.button}
      checked={chosen === value}
      onClick={() => onChange(chosen === value ? '' : value)}
    >
      {light && (
        <span aria-hidden className={styles.sign}>
          <LightIcon light={light} />
        </span>
      )}
      {texts.withCount(name, count)}
    </ToggleButton>
  )
  return (
    <fieldset className={styles.lights} aria-label={texts.lights}>
      {button('', texts.all, all, null)}
      {lights.map((light) => button(light, outlineTexts.lights[light], counts[light], light))}
      {button('none', outlineTexts.noLight, counts.none, null)}
    </fieldset>
  )
}
