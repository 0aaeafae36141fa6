import { mergeClasses } from '@fluentui/react-components'
import { useProseStyles } from './prose-styles.ts'

/** What stands in a field while it is empty, so long that it is cut to a few lines; the row's guidance holds all of it. */
export function Placeholder({ text }: { readonly text: string }) {
  const styles = useProseStyles()
  return (
    <div className={mergeClasses(styles.layer, styles.padded, styles.placeholder)} aria-hidden>
      <div className={styles.cut}>{text}</div>
    </div>
  )
}
