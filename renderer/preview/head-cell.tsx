import type { ReactNode } from 'react'
import { usePaperStyles } from './paper-styles.ts'

/** A cell of the row that names the columns. */
export function HeadCell({ name, children }: { readonly name: string; readonly children?: ReactNode }) {
  const styles = usePaperStyles()
  return (
    <th className={styles.headCell} scope="col">
      <span className={styles.columnName}>{name}</span>
      {children}
    </th>
  )
}
