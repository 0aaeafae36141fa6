import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DocumentCopyRegular, PeopleRegular } from '@fluentui/react-icons'
import { sharingTexts as texts } from '../../db/model/texts/window/sharing.ts'
import type { OtherCopy, OtherOpener } from '../../preload/contract.ts'
import { request } from '../state/client.ts'
import { telling } from '../state/run.ts'
import { mergeWith } from '../state/sharing.ts'
import { useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { Bar } from '../ui/bar.tsx'
import { writtenTime } from '../ui/dates.ts'
import { workbookName } from '../ui/file-name.ts'
import { setReadOnly } from './read-only.ts'

const useStyles = makeStyles({
  bars: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '0 12px 6px',
    // Twice as large in a small window, they leave room for the plan.
    maxHeight: '30vh',
    overflowY: 'auto',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What is to be known of a workbook that others share, before she goes on: a calm line each, in nobody's way. */
export function SharingBars() {
  const styles = useStyles()
  const isReadOnly = useWorkbook((workbook) => workbook.readOnly)
  const isRead = useView((view) => view.othersRead)
  const { others, copies } = useWorkbook((workbook) => workbook.sharing)
  const before = others.filter(({ came }) => !came)
  const [copy] = isReadOnly ? [] : copies
  const isOpenElsewhere = !isRead && !isReadOnly && before.length > 0
  if (!isOpenElsewhere && !copy) return null
  return (
    <section className={styles.bars} aria-label={texts.region}>
      {isOpenElsewhere && <OthersBar others={before} />}
      {copy && <CopyBar copy={copy} />}
    </section>
  )
}

function OthersBar({ others }: { readonly others: readonly OtherOpener[] }) {
  const styles = useStyles()
  return (
    <Bar
      icon={<PeopleRegular />}
      words={
        <>
          {texts.open(others, new Date())} <span className={styles.quiet}>{texts.whatHappens}</span>
        </>
      }
    >
      <Button size="small" onClick={() => void setReadOnly(true)}>
        {texts.openReadOnly}
      </Button>
      <Button size="small" onClick={() => useView.setState({ othersRead: true })}>
        {texts.openAnyway}
      </Button>
    </Bar>
  )
}

function CopyBar({ copy: { file, at } }: { readonly copy: OtherCopy }) {
  return (
    <Bar icon={<DocumentCopyRegular />} words={texts.copy(workbookName(file), writtenTime(at))}>
      <Button size="small" onClick={() => void mergeWith(file)}>
        {texts.mergeCopy}
      </Button>
      <Button size="small" onClick={() => void telling(() => request('workbook.pass-copy', { file }))}>
        {texts.notNow}
      </Button>
    </Bar>
  )
}
