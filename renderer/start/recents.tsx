import { Button, Link, makeStyles, Text, Tooltip, tokens } from '@fluentui/react-components'
import { DismissRegular, DocumentRegular } from '@fluentui/react-icons'
import { startTexts } from '../../db/model/texts/window/start.ts'
import type { Recent } from '../../preload/contract.ts'
import { request } from '../state/client.ts'
import { enterWith, useProgram } from '../state/program.ts'
import { telling } from '../state/run.ts'
import { writtenTime } from '../ui/dates.ts'
import { folderOf, workbookName } from '../ui/file-name.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto 32px',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: '8px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: {
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
})

/** Workbooks that were opened lately, the newest first. */
export function Recents({ recents }: { readonly recents: readonly Recent[] }) {
  const styles = useStyles()
  return (
    <section aria-label={startTexts.recents}>
      <Text as="h2" size={500} weight="semibold" block style={{ marginBottom: 8 }}>
        {startTexts.recents}
      </Text>
      {recents.length === 0 && <Text className={styles.quiet}>{startTexts.noRecents}</Text>}
      <ul className={styles.list}>
        {recents.map((recent) => (
          <RecentRow key={recent.file} recent={recent} />
        ))}
      </ul>
    </section>
  )
}

function RecentRow({ recent: { file, organisation, openedAt, missing } }: { readonly recent: Recent }) {
  const styles = useStyles()
  const name = workbookName(file)
  const forget = async () => {
    const recents = await telling(() => request('recents.forget', { file }))
    if (recents) useProgram.setState({ recents })
  }
  return (
    <li className={styles.item}>
      <DocumentRegular fontSize={24} />
      <div style={{ minWidth: 0 }}>
        <Link as="button" onClick={() => void enterWith(() => request('workbook.open', { file }))}>
          {name}
        </Link>
        <Text block size={200} className={styles.quiet} title={file}>
          {[organisation, missing ? startTexts.missing : folderOf(file)]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      </div>
      <Text size={200} className={styles.quiet}>
        {startTexts.openedAt(writtenTime(openedAt))}
      </Text>
      <Tooltip content={startTexts.forget(name)} relationship="label">
        <Button appearance="subtle" icon={<DismissRegular />} onClick={() => void forget()} />
      </Tooltip>
    </li>
  )
}
