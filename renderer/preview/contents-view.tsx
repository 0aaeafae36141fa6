import { mergeClasses } from '@fluentui/react-components'
import { memo } from 'react'
import { headingTitle, sheetTitle } from '../../db/model/report/one-line.ts'
import type { Report, ReportPlace } from '../../db/model/report/report.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { usePaperStyles } from './paper-styles.ts'
import { placed } from './place.ts'
import { same } from './same.ts'

interface Entry {
  readonly level: 1 | 2 | 3 | 4
  readonly text: string
  readonly at: ReportPlace | undefined
}

/** The lines of the table of contents. Word alone knows the page numbers. */
export const contentsOf = ({ body, contentsDepth }: Report): readonly Entry[] =>
  body
    .filter((block) => block.kind === 'heading' || block.kind === 'sheet')
    .filter(({ level }) => level <= contentsDepth)
    .map((block) => ({
      level: block.level,
      text: block.kind === 'heading' ? headingTitle(block) : sheetTitle(block),
      at: block.at,
    }))

interface ContentsProps {
  readonly entries: readonly Entry[]
  readonly capitals: boolean
}

export const ContentsView = memo(function ContentsView({ entries, capitals }: ContentsProps) {
  const styles = usePaperStyles()
  const look = { 1: styles.contents1, 2: styles.contents2, 3: styles.contents3, 4: styles.contents3 }
  return (
    <>
      <h3 className={mergeClasses(styles.heading, styles.contentsHeading, capitals && styles.capitals)}>
        {documentTexts.contents}
      </h3>
      <ul className={styles.list}>
        {entries.map(({ level, text, at }, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: two headings may say the same.
            key={index}
            className={mergeClasses(
              styles.contentsLine,
              look[level],
              level === 1 && capitals && styles.uppercase,
            )}
            {...placed(at, null)}
          >
            {text}
          </li>
        ))}
      </ul>
    </>
  )
}, same)
