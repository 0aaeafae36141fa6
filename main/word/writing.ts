import type { Layout } from '../../db/model/report/layout.ts'
import { linkTarget } from '../../db/model/report/links.ts'
import { deepestLevel } from '../../db/model/report/look.ts'

/**
 * What is handed out while one document is written, counted from the start of the document, so that the same
 * report gives the same bytes: lists, bookmarks and addresses.
 */
export interface Writing {
  readonly layout: Layout
  /** Width of the row labels' column in the agreement's tables, in twips. */
  readonly labelWidth: number
  /** A new list, numbered on its own. */
  readonly newList: () => number
  /** The bookmark of the next heading that the table of contents may point at. */
  readonly newBookmark: () => BookmarkPlace
  /** The relationship that holds the address; undefined when it is not one that a document may hold. */
  readonly relationship: (address: string) => string | undefined
  /** All addresses so far, by relationship. */
  readonly addresses: ReadonlyMap<string, string>
}

export interface BookmarkPlace {
  readonly id: number
  readonly name: string
}

export function newWriting(layout: Layout, labelWidth: number): Writing {
  let lists = 0
  let bookmarks = 0
  const byAddress = new Map<string, string>()
  const addresses = new Map<string, string>()
  return {
    layout,
    labelWidth,
    newList: () => ++lists,
    newBookmark: () => {
      bookmarks += 1
      return { id: bookmarks, name: bookmarkName(bookmarks) }
    },
    relationship: (address) => {
      const target = linkTarget(address)
      if (target === undefined) return undefined
      const id = byAddress.get(target) ?? `Link${byAddress.size + 1}`
      byAddress.set(target, id)
      addresses.set(id, target)
      return id
    },
    addresses,
  }
}

/** The name that Word gives the bookmarks of a table of contents; hidden from the user's list of bookmarks. */
export const bookmarkName = (number: number): string => `_Toc${String(number).padStart(8, '0')}`

export const clampedLevel = (level: number): number => Math.min(level, deepestLevel)
