import { mergeClasses } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular, LockClosedRegular } from '@fluentui/react-icons'
import { memo, useLayoutEffect, useRef } from 'react'
import type { Template } from '../../db/model/template/template.ts'
import { outlineTexts } from '../../db/model/texts/window/outline.ts'
import { packetTexts } from '../../db/model/texts/window/packet.ts'
import { useIsToRead } from '../state/locked.ts'
import { type OutlineView, useView } from '../state/view.ts'
import { labelOf } from './labels.ts'
import type { VisibleRow } from './model/visible-rows.ts'
import { NodeIcon } from './node-icon.tsx'
import { RowBadges } from './row-badges.tsx'
import { takeWish, type Wish } from './row-focus.ts'
import { INDENT, type RowStyles, useRowStyles } from './row-styles.ts'
import { useRowContent } from './scene.ts'
import { TitleInput } from './title-input.tsx'
import { useSentTitle } from './titles.ts'

interface RowProps extends VisibleRow {
  /** CSS pixels from the top of the list. */
  readonly top: number
  /** Whether Tab comes to this row. */
  readonly isEntry: boolean
  readonly template: Template
  /** Whether it is on its way elsewhere: dragged, or cut. */
  readonly isLeaving: boolean
  /** That it shall have the focus. */
  readonly wish: Wish | null
}

/**
 * One row of the outline. Its values are plain, so that only what changes is drawn again; and few, since hundreds of rows come and
 * go while she scrolls: what concerns one row in a thousand is asked for by the list.
 */
export const Row = memo(function Row(props: RowProps) {
  const {
    id,
    level,
    setSize,
    posInSet,
    hasChildren,
    folded,
    leads,
    top,
    isEntry,
    template,
    isLeaving,
    wish,
  } = props
  const styles = useRowStyles()
  const content = useRowContent(id)
  const title = useSentTitle(id) ?? content?.title ?? ''
  const { isCurrent, isEditing, isSelected } = useRowState(id)
  const toRead = useIsToRead(id)
  const element = useFocusWish(wish)
  if (!content) return null
  const label = labelOf(template, content.type).singular
  return (
    <div
      ref={element}
      role="treeitem"
      tabIndex={isEntry && !isEditing ? 0 : -1}
      aria-level={level}
      aria-setsize={setSize}
      aria-posinset={posInSet}
      aria-expanded={hasChildren ? !folded : undefined}
      aria-selected={isSelected}
      data-keys="navigation"
      data-row={id}
      className={mergeClasses(
        styles.row,
        isSelected && styles.selected,
        isCurrent && styles.current,
        isLeaving && styles.leaving,
        leads && styles.leads,
      )}
      style={{ top, paddingLeft: (level - 1) * INDENT }}
    >
      <FoldMark hasChildren={hasChildren} folded={folded} styles={styles} />
      <NodeIcon type={content.type} />
      {content.number !== '' && <span className={styles.number}>{content.number}</span>}
      {isEditing ? (
        <TitleInput
          key={id}
          id={id}
          saved={content.title}
          label={outlineTexts.titleField(label)}
          placeholder={label}
        />
      ) : (
        <Title title={title} isSection={content.type === 'section'} styles={styles} />
      )}
      <span className={styles.heard}>{`, ${label}${toRead ? `, ${packetTexts.locked}` : ''}`}</span>
      <RowBadges badges={content} template={template} styles={styles} />
      {toRead && <LockClosedRegular className={styles.lock} aria-hidden />}
    </div>
  )
})

interface FoldMarkProps extends Pick<VisibleRow, 'hasChildren' | 'folded'> {
  readonly styles: RowStyles
}

function FoldMark({ hasChildren, folded, styles }: FoldMarkProps) {
  if (!hasChildren) return <span className={styles.fold} />
  return (
    <span className={mergeClasses(styles.fold, styles.foldable)} data-part="fold">
      {folded ? <ChevronRightRegular /> : <ChevronDownRegular />}
    </span>
  )
}

interface TitleProps {
  readonly title: string
  readonly isSection: boolean
  readonly styles: RowStyles
}

function Title({ title, isSection, styles }: TitleProps) {
  const isEmpty = title.trim() === ''
  return (
    <span
      className={mergeClasses(styles.title, isSection && styles.section, isEmpty && styles.untitled)}
      data-part="title"
      title={isEmpty ? undefined : title}
    >
      {outlineTexts.titleOr(title)}
    </span>
  )
}

/** Bits, so that the store can tell without a new value whether anything changed for the row. */
const CURRENT = 1
const EDITING = 2
const SELECTED = 4

function useRowState(id: string) {
  const bits = useView(({ outline }) => bitsOf(outline, id))
  return {
    isCurrent: (bits & CURRENT) > 0,
    isEditing: (bits & EDITING) > 0,
    isSelected: (bits & SELECTED) > 0,
  }
}

function bitsOf({ current, editing, selected }: OutlineView, id: string): number {
  const isCurrent = current === id
  const isSelected = selected.size > 0 ? selected.has(id) : isCurrent
  return (isCurrent ? CURRENT : 0) + (isCurrent && editing ? EDITING : 0) + (isSelected ? SELECTED : 0)
}

function useFocusWish(wish: Wish | null) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (wish?.caret === null && takeWish(wish)) element.current?.focus({ preventScroll: true })
  }, [wish])
  return element
}
