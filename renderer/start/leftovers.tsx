import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowCounterclockwiseRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { startTexts } from '../../db/model/texts/window/start.ts'
import type { Leftover } from '../../preload/contract.ts'
import { request } from '../state/client.ts'
import { enterWith, useProgram } from '../state/program.ts'
import { telling } from '../state/run.ts'
import { writtenTime } from '../ui/dates.ts'
import { workbookName } from '../ui/file-name.ts'

const useStyles = makeStyles({
  box: {
    padding: '16px',
    marginBottom: '24px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `4px solid ${tokens.colorStatusWarningBorder2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: { marginBottom: '2px' },
  list: { listStyleType: 'none', margin: '12px 0 0', padding: 0, display: 'grid', gap: '8px' },
  item: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, flexWrap: 'wrap' },
  what: { flex: 1, minWidth: '200px' },
})

/** Edits that a crash kept from being saved in their file. */
export function Leftovers({ leftovers }: { readonly leftovers: readonly Leftover[] }) {
  const styles = useStyles()
  return (
    <section className={styles.box} aria-label={startTexts.leftovers}>
      <Text as="h2" size={400} weight="semibold" block className={styles.title}>
        {startTexts.leftovers}
      </Text>
      <Text block>{startTexts.leftoversAbout}</Text>
      <ul className={styles.list}>
        {leftovers.map((leftover) => (
          <LeftoverRow key={leftover.folder} leftover={leftover} />
        ))}
      </ul>
    </section>
  )
}

function LeftoverRow({ leftover: { folder, file, unsaved, changedAt } }: { readonly leftover: Leftover }) {
  const styles = useStyles()
  const [asks, setAsks] = useState(false)
  const name = file === null ? startTexts.neverSaved : workbookName(file)
  const discard = async () => {
    const done = await telling(async () => {
      await request('workbook.discard-leftover', { folder })
      return true
    })
    if (!done) return
    useProgram.setState(({ leftovers }) => ({
      leftovers: leftovers.filter((other) => other.folder !== folder),
    }))
  }
  return (
    <li className={styles.item}>
      <Text className={styles.what}>
        {asks ? startTexts.discardSure : startTexts.leftover(name, unsaved, writtenTime(changedAt))}
      </Text>
      {asks ? (
        <>
          <Button onClick={() => void discard()}>{startTexts.discardNow}</Button>
          <Button appearance="primary" onClick={() => setAsks(false)}>
            {startTexts.keep}
          </Button>
        </>
      ) : (
        <>
          <Button
            appearance="primary"
            icon={<ArrowCounterclockwiseRegular />}
            onClick={() => void enterWith(() => request('workbook.recover', { folder }))}
          >
            {startTexts.recover}
          </Button>
          <Button onClick={() => setAsks(true)}>{startTexts.discard}</Button>
        </>
      )}
    </li>
  )
}
