import { mergeClasses } from '@fluentui/react-components'
import { repeatsAbove } from '../../db/model/report/overview.ts'
import type { Table } from '../../db/model/report/report.ts'
import { HeadCell } from './head-cell.tsx'
import { usePaperStyles } from './paper-styles.ts'

/** A table that is generated from the outline. */
export function OverviewView({ table }: { readonly table: Table }) {
  const styles = usePaperStyles()
  return (
    <table className={styles.table} aria-label={table.caption}>
      <colgroup>
        {table.columns.map(({ label, width }) => (
          <col key={label} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map(({ label }) => (
            <HeadCell key={label} name={label} />
          ))}
        </tr>
      </thead>
      <tbody className={styles.groupOpens}>
        {table.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same.
          <tr key={index}>
            {row.map((text, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have a fixed order.
              <td key={column} className={mergeClasses(styles.cell, styles.overviewCell)}>
                <p
                  className={mergeClasses(
                    styles.cellText,
                    repeatsAbove(row, table.rows[index - 1], column) && styles.quiet,
                  )}
                >
                  {text}
                </p>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
