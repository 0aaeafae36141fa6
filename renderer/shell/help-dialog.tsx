import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { actionNames, writtenChord } from '../../db/model/texts/window/actions.ts'
import { helpTexts } from '../../db/model/texts/window/help.ts'
import { type ActionId, actionIds, actions } from '../../preload/actions.ts'
import { closeDialog } from '../state/view.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'

const useStyles = makeStyles({
  body: {
    maxHeight: '66vh',
    overflowY: 'auto',
    padding: '0 12px',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  columns: { columnWidth: '320px', columnGap: '32px', marginTop: '20px' },
  group: { breakInside: 'avoid', marginBottom: '20px' },
  table: { width: '100%', borderCollapse: 'collapse', marginTop: '4px' },
  key: { width: '50%', padding: '3px 8px 3px 0', verticalAlign: 'top', fontWeight: 400, textAlign: 'left' },
  does: { padding: '3px 0', verticalAlign: 'top' },
  kbd: {
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    padding: '1px 5px',
    whiteSpace: 'nowrap',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  scope: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

const menus = ['file', 'edit', 'insert', 'outline', 'view', 'help'] as const

/** How the program works in three paragraphs, and every key that there is. */
export function HelpDialog() {
  const styles = useStyles()
  const listed = actionIds.filter((id) => actions[id].keys.length > 0)
  return (
    <DialogFrame title={helpTexts.title} cancel={helpTexts.close} onClose={closeDialog} width={860}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className={styles.body} tabIndex={0} aria-label={helpTexts.title}>
        <p>{helpTexts.intro}</p>
        <p>{helpTexts.modes}</p>
        <p>{helpTexts.time}</p>
        <div className={styles.columns}>
          {menus.map((menu) => (
            <KeyTable
              key={menu}
              title={helpTexts.groups[menu]}
              rows={listed.filter((id) => actions[id].menu === menu).map(keyRow)}
            />
          ))}
          <KeyTable
            title={helpTexts.groups.moving}
            rows={[...listed.filter((id) => actions[id].menu === undefined).map(keyRow), typeAhead]}
          />
          <KeyTable title={helpTexts.groups.text} rows={helpTexts.textKeys.map(textRow)} />
        </div>
      </section>
    </DialogFrame>
  )
}

interface KeyRow {
  readonly name: string
  readonly keys: readonly { readonly written: string; readonly scope: string }[]
}

const keyRow = (id: ActionId): KeyRow => ({
  name: actionNames[id],
  keys: actions[id].keys.map(({ chord, scope }) => ({
    written: writtenChord(chord),
    scope: helpTexts.scope[scope],
  })),
})

const textRow = ([written, name]: readonly [string, string]): KeyRow => ({
  name,
  keys: [{ written, scope: '' }],
})

const typeAhead = textRow(helpTexts.typeAhead)

function KeyTable({ title, rows }: { readonly title: string; readonly rows: readonly KeyRow[] }) {
  const styles = useStyles()
  return (
    <section className={styles.group}>
      <Text as="h3" weight="semibold" block>
        {title}
      </Text>
      <table className={styles.table}>
        <tbody>
          {rows.map(({ name, keys }) => (
            <tr key={name}>
              <th scope="row" className={styles.key}>
                {keys.map(({ written, scope }, index) => (
                  <span key={`${written} ${scope}`}>
                    {index > 0 && helpTexts.or}
                    <kbd className={styles.kbd}>{written}</kbd>
                    {scope !== '' && <span className={styles.scope}> {scope}</span>}
                  </span>
                ))}
              </th>
              <td className={styles.does}>{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
