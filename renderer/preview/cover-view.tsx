import { mergeClasses } from '@fluentui/react-components'
import { memo } from 'react'
import type { Layout } from '../../db/model/report/layout.ts'
import { labelColumn } from '../../db/model/report/look.ts'
import { spaceAboveTitle } from '../../db/model/report/measures.ts'
import type { Cover } from '../../db/model/report/report.ts'
import { periodFits } from '../../db/model/report/running.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { HeadCell } from './head-cell.tsx'
import { usePaperStyles } from './paper-styles.ts'
import { placed } from './place.ts'
import { RichTextView } from './rich-text-view.tsx'
import { same } from './same.ts'
import { twips } from './units.ts'

interface CoverProps {
  readonly cover: Cover
  readonly capitals: boolean
  readonly layout: Layout
  readonly current: string | null
}

/** The title and, below it, what the form wants to know about the plan. */
export const CoverView = memo(function CoverView({ cover, capitals, layout, current }: CoverProps) {
  const styles = usePaperStyles()
  return (
    <>
      {cover.organisation !== '' && <p className={styles.organisation}>{cover.organisation}</p>}
      <h2
        className={mergeClasses(
          styles.title,
          !cover.ownPage && styles.flowingTitle,
          capitals && styles.coverCapitals,
        )}
        style={cover.ownPage ? { marginTop: twips(spaceAboveTitle(cover)) } : {}}
        {...placed({ path: [] }, current)}
      >
        {cover.title}
        {cover.period !== '' && (periodFits(cover, capitals) ? ' ' : <br />)}
        {cover.period}
      </h2>
      {cover.unit !== '' && <p className={styles.subtitle}>{cover.unit}</p>}
      {cover.rows.length > 0 && (
        <CoverTable cover={cover} capitals={capitals} layout={layout} current={current} />
      )}
    </>
  )
}, same)

function CoverTable({ cover, capitals, layout, current }: CoverProps) {
  const styles = usePaperStyles()
  const plain = layout === 'tilgaengelig'
  const look = mergeClasses(styles.cell, styles.coverCell)
  const columns = { gridTemplateColumns: `${twips(labelColumn)} 1fr` }
  return (
    <table className={mergeClasses(styles.table, styles.rows)} aria-label={documentTexts.coverCaption}>
      {plain && (
        <thead className={styles.group}>
          <tr className={styles.row} style={columns}>
            <HeadCell name={documentTexts.information} />
            <HeadCell name={documentTexts.content} />
          </tr>
        </thead>
      )}
      <tbody className={mergeClasses(styles.group, styles.groupOpens)}>
        {cover.rows.map(({ key, label, text }) => (
          <tr
            key={key ?? label}
            className={styles.row}
            style={columns}
            {...placed(key === undefined ? undefined : { path: [], key }, current)}
          >
            <th
              className={mergeClasses(look, styles.coverLabel, capitals && styles.coverCapitals)}
              scope="row"
            >
              {label}
            </th>
            <td className={look}>
              {text.length === 0 ? (
                <p className={styles.item} />
              ) : (
                <RichTextView text={text} setting="prose" />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
