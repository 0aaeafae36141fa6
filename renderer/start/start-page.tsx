import { makeStyles, Text, tokens } from '@fluentui/react-components'
import {
  BookOpenRegular,
  DocumentAddRegular,
  FolderOpenRegular,
  LightbulbRegular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { startTexts } from '../../db/model/texts/window/start.ts'
import type { ActionId } from '../../preload/actions.ts'
import { act } from '../actions/registry.ts'
import { NoticeLine } from '../shell/notice-line.tsx'
import { useProgram } from '../state/program.ts'
import { Leftovers } from './leftovers.tsx'
import { Recents } from './recents.tsx'

const useStyles = makeStyles({
  page: {
    position: 'relative',
    height: '100%',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  content: { maxWidth: '860px', margin: '0 auto', padding: 'clamp(16px, 6vh, 56px) 32px 72px' },
  tagline: { color: tokens.colorNeutralForeground2, marginTop: '4px', marginBottom: '28px' },
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: tokens.spacingHorizontalL,
    marginBottom: '32px',
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '4px',
    padding: '16px',
    textAlign: 'left',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  icon: { color: tokens.colorBrandForeground1, fontSize: '28px', height: '32px' },
  about: { color: tokens.colorNeutralForeground3 },
})

/** What the program opens with: begin, go on, or get back what a crash interrupted. */
export function StartPage() {
  const styles = useStyles()
  const { recents, leftovers } = useProgram()
  return (
    <main className={styles.page}>
      <div className={styles.content}>
        <Text as="h1" size={800} weight="semibold" block>
          {startTexts.welcome}
        </Text>
        <Text as="p" size={400} block className={styles.tagline}>
          {startTexts.tagline}
        </Text>
        {leftovers.length > 0 && <Leftovers leftovers={leftovers} />}
        <div className={styles.cards}>
          <StartCard
            action="workbook.new"
            icon={<DocumentAddRegular />}
            text={startTexts.newWorkbook}
            about={startTexts.newWorkbookAbout}
          />
          <StartCard
            action="workbook.open"
            icon={<FolderOpenRegular />}
            text={startTexts.open}
            about={startTexts.openAbout}
          />
          <StartCard
            action="workbook.open-example"
            icon={recents.length === 0 ? <LightbulbRegular /> : <BookOpenRegular />}
            text={startTexts.openExample}
            about={startTexts.openExampleAbout}
          />
        </div>
        <Recents recents={recents} />
      </div>
      <NoticeLine />
    </main>
  )
}

interface StartCardProps {
  readonly action: ActionId
  readonly icon: ReactElement
  readonly text: string
  readonly about: string
}

function StartCard({ action, icon, text, about }: StartCardProps) {
  const styles = useStyles()
  return (
    <button type="button" className={styles.card} onClick={() => act(action)}>
      <span className={styles.icon}>{icon}</span>
      <Text weight="semibold" size={400}>
        {text}
      </Text>
      <Text size={200} className={styles.about}>
        {about}
      </Text>
    </button>
  )
}
