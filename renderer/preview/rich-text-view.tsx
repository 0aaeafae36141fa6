import { mergeClasses } from '@fluentui/react-components'
import { Fragment } from 'react'
import { deepestLevel } from '../../db/model/report/look.ts'
import { textOf } from '../../db/model/report/one-line.ts'
import type { Block, Inline, ListItem, RichText } from '../../db/model/rich-text/rich-text.ts'
import { type PaperStyles, usePaperStyles } from './paper-styles.ts'

/** Where text stands: in a cell it is set tighter. */
export type Setting = 'prose' | 'cell'

interface RichTextProps {
  readonly text: RichText
  readonly setting: Setting
  /** On which level its lists begin; below 0 it belongs to an item of a list. */
  readonly level?: number
}

/** Rich text as paragraphs and lists. */
export function RichTextView({ text, setting, level = 0 }: RichTextProps) {
  return text.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have nothing else that tells them apart.
    <BlockView key={index} block={block} setting={setting} level={level} />
  ))
}

function BlockView({ block, setting, level }: Omit<RichTextProps, 'text'> & { block: Block; level: number }) {
  const styles = usePaperStyles()
  if (block.type === 'paragraph') {
    // Space is not made of empty paragraphs.
    if (textOf(block.content).trim() === '') return null
    return (
      <p className={level === 0 ? textClass(styles, setting) : itemClass(styles, setting)}>
        <Inlines content={block.content} />
      </p>
    )
  }
  const items = block.items.map((item, index) => (
    <ListItemView
      // biome-ignore lint/suspicious/noArrayIndexKey: items have nothing else that tells them apart.
      key={index}
      sign={block.type === 'numbers' ? `${block.start + index}${block.delimiter ?? '.'}` : bulletAt(level)}
      item={item}
      setting={setting}
      level={level}
    />
  ))
  const look = mergeClasses(styles.list, level > 0 ? styles.innerList : closedClass(styles, setting))
  return block.type === 'numbers' ? (
    <ol className={look} start={block.start}>
      {items}
    </ol>
  ) : (
    <ul className={look}>{items}</ul>
  )
}

interface ListItemProps {
  readonly sign: string
  readonly item: ListItem
  readonly setting: Setting
  readonly level: number
}

/** The first paragraph stands beside the sign; what else the item holds is set in below it. */
function ListItemView({ sign, item, setting, level }: ListItemProps) {
  const styles = usePaperStyles()
  const [first, ...rest] = item.blocks
  const line = first?.type === 'paragraph' ? first.content : []
  return (
    <li className={styles.listItem} data-sign={sign}>
      <p className={itemClass(styles, setting)}>
        <Inlines content={line} />
      </p>
      <RichTextView
        text={first?.type === 'paragraph' ? rest : item.blocks}
        setting={setting}
        level={level + 1}
      />
    </li>
  )
}

export const textClass = (styles: PaperStyles, setting: Setting): string =>
  setting === 'cell' ? styles.cellText : styles.text

export const itemClass = (styles: PaperStyles, setting: Setting): string =>
  setting === 'cell' ? styles.cellItem : styles.item

export const closedClass = (styles: PaperStyles, setting: Setting): string =>
  setting === 'cell' ? styles.closedCellList : styles.closedList

const bullets = ['•', '–', '·']

/** The sign of an item on a level, 0 the outermost. */
export const bulletAt = (level: number): string =>
  bullets[Math.min(level, deepestLevel) % bullets.length] ?? '•'

/** Runs of text. A link is not one here: a click goes to the field. */
export function Inlines({ content }: { readonly content: readonly Inline[] }) {
  const styles = usePaperStyles()
  return content.map((inline, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have nothing else that tells them apart.
    if (inline.type === 'break') return <br key={index} />
    const text = inline.link === undefined ? inline.text : <span className={styles.link}>{inline.text}</span>
    const leaning = inline.italic ? <em>{text}</em> : text
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have nothing else that tells them apart.
    return <Fragment key={index}>{inline.bold ? <strong>{leaning}</strong> : leaning}</Fragment>
  })
}
