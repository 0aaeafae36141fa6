import { mergeClasses } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular, LockClosedRegular } from '@fluentui/react-icons'
import { memo, useLayoutEffect, useRef } from 'react'
import { outlineTexts } from '../../db/model/texts/window/outline.ts'
import { packetTexts } from '../../db/model/texts/window/packet.ts'
import { useIsToRead } from '../state/locked.ts'
import { type OutlineView, useView } from '../state/view.ts'
import { openTemplate, useWorkbook } from '../state/workbook.ts'
import { useIsCut } from './clipboard/carried.ts'
import { useIsDragged } from './drag/drag.ts'
import { labelOf } from './labels.ts'
import type { VisibleRow } from './model/visible-rows.ts'
import { NodeIcon } from './node-icon.tsx'
import { RowBadges } from './row-badges.tsx'
import { useWishFor, wishIsFulfilled } from './row-focus.ts'
import { INDENT, useRowStyles } from './row-styles.ts'
import { useRowContent } from './scene.ts'
import { TitleInput } from './title-input.tsx'
import { useSentTitle } from './titles.ts'

interface RowProps extends VisibleRow {
  /** CSS pixels from the top of the list. */
  readonly top: number
  /** Whether Tab comes to this row. */
  readonly isEntry: boolean
}

/** One row of the outline. Its values are plain, so that only what changes is drawn again. */
export const Row = memo(function Row(props: RowProps) {
  const { id, level, setSize, posInSet, hasChildren, folded, leads, top, isEntry } = props
  const styles = useRowStyles()
  const content = useRowContent(id)
  const template = useWorkbook(openTemplate)
  const title = useSentTitle(id) ?? content?.title ?? ''
  const { isCurrent, isEditing, isSelected } = useRowState(id)
  const isDragged = useIsDragged(id)
  const isCut = useIsCut(id)
  const toRead = useIsToRead(id)
  const element = useFocusWish(id)
  if (!content || !template) return null
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
        (isDragged || isCut) && styles.leaving,
        leads && styles.leads,
      )}
      style={{ top, paddingLeft: (level - 1) * INDENT }}
    >
      <FoldMark hasChildren={hasChildren} folded={folded} />
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
        <Title title={title} isSection={content.type === 'section'} />
      )}
      <span className={styles.heard}>{`, ${label}${toRead ? `, ${packetTexts.locked}` : ''}`}</span>
      <RowBadges badges={content} template={template} />
      {toRead && <LockClosedRegular className={styles.lock} aria-hidden />}
    </div>
  )
})

function FoldMark({ hasChildren, folded }: Pick<VisibleRow, 'hasChildren' | 'folded'>) {
  const styles = useRowStyles()
  if (!hasChildren) return <span className={styles.fold} />
  return (
    <span className={mergeClasses(styles.fold, styles.foldable)} data-part="fold">
      {folded ? <ChevronRightRegular /> : <ChevronDownRegular />}
    </span>
  )
}

function Title({ title, isSection }: { readonly title: string; readonly isSection: boolean }) {
  const styles = useRowStyles()
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

function useFocusWish(id: string) {
  const element = useRef<HTMLDivElement>(null)
  const wish = useWishFor(id)
  useLayoutEffect(() => {
    if (!wish || wish.caret !== null) return
    element.current?.focus({ preventScroll: true })
    wishIsFulfilled()
  }, [wish])
  return element
}
