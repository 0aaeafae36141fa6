import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowUndoRegular } from '@fluentui/react-icons'
import { useId } from 'react'
import { mergeTexts } from '../../db/model/texts/window/merge.ts'
import type { Known } from '../history/place-words.ts'
import { openDialog } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { writtenTime } from '../ui/dates.ts'
import { ByItself } from './by-itself.tsx'
import { CameIn } from './came-in.tsx'
import type { ShownMerge } from './merges-page.tsx'

const { reports: texts } = mergeTexts

const useStyles = makeStyles({
  title: { margin: '0 0 8px' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  report: {
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', minHeight: '32px' },
  name: {
    flex: 1,
    minWidth: '200px',
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
})

interface ReportListProps {
  readonly merges: readonly ShownMerge[]
  /** How many commands were given since the newest; null = it cannot be undone. */
  readonly sinceLast: number | null
  readonly known: Known
}

/** What came in, merge by merge. */
export function ReportList({ merges, sinceLast, known }: ReportListProps) {
  const styles = useStyles()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Text as="h3" id={id} size={400} weight="semibold" block className={styles.title}>
        {texts.title}
      </Text>
      <ul className={styles.list}>
        {merges.map((merge, index) => (
          <Report
            key={merge.dot ?? merge.at}
            merge={merge}
            known={known}
            isNewest={index === 0}
            since={index === 0 ? sinceLast : null}
          />
        ))}
      </ul>
    </section>
  )
}

interface ReportProps {
  readonly merge: ShownMerge
  readonly known: Known
  readonly isNewest: boolean
  /** How many commands were given since; null = it cannot be undone. */
  readonly since: number | null
}

function Report({ merge, known, isNewest, since }: ReportProps) {
  const styles = useStyles()
  const isReadOnly = useWorkbook((workbook) => workbook.readOnly)
  const counts = texts.counts(merge.rows ?? null, merge.conflicts)
  return (
    <li className={styles.report}>
      <div className={styles.head}>
        <h4 className={styles.name}>
          {texts.head(merge.people)}{' '}
          <span className={styles.quiet}>
            {[writtenTime(merge.at), counts].filter((part) => part !== '').join(' · ')}
          </span>
        </h4>
        {since !== null && !isReadOnly && (
          <Button
            size="small"
            icon={<ArrowUndoRegular />}
            onClick={() => openDialog({ kind: 'undo-merge', merge, since })}
          >
            {texts.undo}
          </Button>
        )}
      </div>
      <ByItself merge={merge} known={known} />
      <CameIn merge={merge} known={known} isOpen={isNewest} />
    </li>
  )
}
