import { mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Layout } from '../../db/model/report/layout.ts'
import type { Heading, ReportPlace } from '../../db/model/report/report.ts'
import { BesideView } from './leads.tsx'
import { usePaperStyles } from './paper-styles.ts'
import { placed } from './place.ts'

interface HeadingLineProps {
  readonly level: Heading['level']
  readonly capitals: boolean
  readonly onTop: boolean
  readonly divider?: boolean
  readonly at?: ReportPlace | undefined
  readonly current: string | null
  readonly children: ReactNode
}

/** Below the title of the paper, which itself stands below the headings of the window. */
const tags = { 1: 'h3', 2: 'h4', 3: 'h5', 4: 'h6' } as const

/** A heading of the document. */
export function HeadingLine({ level, capitals, onTop, divider, at, current, children }: HeadingLineProps) {
  const styles = usePaperStyles()
  const Tag = tags[level]
  const look = {
    1: styles.heading1,
    2: styles.heading2,
    3: styles.heading3,
    4: styles.heading4,
  }[level]
  return (
    <Tag
      className={mergeClasses(
        styles.heading,
        look,
        level === 1 && capitals && styles.capitals,
        onTop && styles.onTop,
        divider && styles.divider,
      )}
      {...placed(at, current)}
    >
      {children}
    </Tag>
  )
}

interface HeadingProps {
  readonly heading: Heading
  readonly layout: Layout
  readonly capitals: boolean
  readonly onTop: boolean
  readonly current: string | null
}

export function HeadingView({ heading, layout, capitals, onTop, current }: HeadingProps) {
  return (
    <HeadingLine
      level={heading.level}
      capitals={capitals}
      onTop={onTop}
      divider={heading.begins === 'divider' && layout === 'skabelon'}
      at={heading.at}
      current={current}
    >
      {heading.number === undefined ? '' : `${heading.number} `}
      {heading.text}
      <BesideView beside={heading.beside} />
    </HeadingLine>
  )
}
