import { makeStyles, Select } from '@fluentui/react-components'
import { lights } from '../../../db/model/follow-up.ts'
import type { Light } from '../../../db/model/overview/rows.ts'
import { outlineTexts } from '../../../db/model/texts/window/outline.ts'
import { overviewTexts } from '../../../db/model/texts/window/overview.ts'
import { LightIcon } from '../../outline/light-icon.tsx'

const useStyles = makeStyles({
  choice: { display: 'flex', alignItems: 'center', columnGap: '6px' },
  sign: { width: '14px', flexShrink: 0, display: 'flex' },
  select: { flex: 1, minWidth: 0 },
})

interface LightChoiceProps {
  readonly title: string
  readonly light: Light | null
  readonly onChange: (light: Light | null) => void
  /** Whether Tab comes to it. */
  readonly isEntry: boolean
}

/** The light of one row, to see and to choose. */
export function LightChoice({ title, light, onChange, isEntry }: LightChoiceProps) {
  const styles = useStyles()
  return (
    <div className={styles.choice}>
      <span className={styles.sign} aria-hidden>
        {light && <LightIcon light={light} />}
      </span>
      <Select
        className={styles.select}
        size="small"
        aria-label={overviewTexts.followUp.lightOf(outlineTexts.titleOr(title))}
        tabIndex={isEntry ? 0 : -1}
        value={light ?? ''}
        onChange={(_, { value }) => onChange(lights.find((each) => each === value) ?? null)}
      >
        <option value="">{outlineTexts.noLight}</option>
        {lights.map((each) => (
          <option key={each} value={each}>
            {outlineTexts.lights[each]}
          </option>
        ))}
      </Select>
    </div>
  )
}
