import { Checkbox, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons'
import { useId, useState } from 'react'
import type { PacketChoice } from '../../db/model/packet.ts'
import { fold } from '../../db/model/search/fold.ts'
import { packetTexts as texts } from '../../db/model/texts/window/packet.ts'

const useStyles = makeStyles({
  list: {
    maxHeight: '220px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '2px 6px',
    display: 'flex',
    flexDirection: 'column',
  },
  label: { marginBottom: '4px' },
  about: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  none: { padding: '8px 6px', color: tokens.colorNeutralForeground2 },
})

/** Found ones that are listed; who finds more types more. */
const MOST = 50

interface IndsatsChoiceProps {
  readonly choices: readonly PacketChoice[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** The indsatser that the unit contributes to, and by searching the others that it may be asked to contribute to. */
export function IndsatsChoice({ choices, chosen, onChoose }: IndsatsChoiceProps) {
  const styles = useStyles()
  const label = useId()
  const [filter, setFilter] = useState('')
  const listed = listedOf(choices, chosen, filter)
  const picked = choices.filter(({ id }) => chosen.has(id))
  const own = new Set(picked.flatMap(({ bidrag }) => bidrag.map(({ id }) => id))).size
  const choose = (id: string, wanted: boolean) =>
    onChoose(new Set(wanted ? [...chosen, id] : [...chosen].filter((each) => each !== id)))
  return (
    <>
      <div>
        <Text block id={label} className={styles.label}>
          {texts.indsatser} · {texts.contents(own, picked.length)}
        </Text>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll in every browser. */}
        <div className={styles.list} role="group" aria-labelledby={label}>
          {listed.map((choice) => (
            <Checkbox
              key={choice.id}
              label={<ChoiceLabel choice={choice} />}
              checked={chosen.has(choice.id)}
              onChange={(_, { checked }) => choose(choice.id, checked === true)}
            />
          ))}
          {listed.length === 0 && (
            <Text block className={styles.none}>
              {filter.trim() === '' ? texts.none : texts.noMatch}
            </Text>
          )}
        </div>
      </div>
      <Field label={texts.filter} hint={texts.filterHint}>
        <Input
          contentBefore={<SearchRegular />}
          value={filter}
          onChange={(_, { value }) => setFilter(value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </Field>
    </>
  )
}

function ChoiceLabel({ choice: { title, unit, planTitle, bidrag } }: { readonly choice: PacketChoice }) {
  const styles = useStyles()
  return (
    <>
      {title}
      <span className={styles.about}>{texts.coordinatedBy(unit, planTitle)}</span>
      <span className={styles.about}>
        {bidrag.length === 0 ? texts.missing : bidrag.map(({ title }) => title).join(' · ')}
      </span>
    </>
  )
}

/** Without a search, those with bidrag and those that were ticked; with one, whatever fits it. */
function listedOf(
  choices: readonly PacketChoice[],
  chosen: ReadonlySet<string>,
  filter: string,
): readonly PacketChoice[] {
  const words = fold(filter)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return choices.filter(({ id, bidrag }) => bidrag.length > 0 || chosen.has(id))
  const fits = ({ title, unit }: PacketChoice): boolean => {
    const text = fold(`${title} ${unit}`)
    return words.every((word) => text.includes(word))
  }
  return choices.filter(fits).slice(0, MOST)
}
