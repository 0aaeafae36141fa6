import {
  Bookmark,
  BookmarkEnd,
  BookmarkStart,
  FileChild,
  ImportedXmlComponent,
  type ITableOptions,
  type ParagraphChild,
  Table,
  XmlComponent,
} from 'docx'
import { printable } from '../../db/model/report/printable.ts'
import type { BookmarkPlace } from './writing.ts'

/** Elements of WordprocessingML that the library does not offer. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (XmlComponent | string)[] = [],
): ImportedXmlComponent {
  const made = new ImportedXmlComponent(name, { ...attributes })
  for (const child of children) made.push(child)
  return made
}

/** A table with the alternative text that a screen reader announces. */
export class DescribedTable extends Table {
  constructor(options: ITableOptions, caption: string) {
    super(options)
    const [properties] = this.root
    if (properties instanceof XmlComponent) {
      properties.addChildElement(element('w:tblCaption', { 'w:val': printable(caption) }))
    }
  }
}

/** A bookmark with our own number: the library counts them over all documents of the process. */
export class CountedBookmark extends Bookmark {
  override readonly start: BookmarkStart
  override readonly end: BookmarkEnd

  constructor({ id, name }: BookmarkPlace, children: readonly ParagraphChild[]) {
    super({ id: name, children })
    this.start = new BookmarkStart(name, id)
    this.end = new BookmarkEnd(id)
  }
}

/** A block that Word shows as its table of contents, with the button that updates it. */
export class ContentsControl extends FileChild {
  constructor(alias: string, children: readonly FileChild[]) {
    super('w:sdt')
    this.root.push(
      element('w:sdtPr', {}, [
        element('w:alias', { 'w:val': alias }),
        element('w:id', { 'w:val': '20260101' }),
        element('w:docPartObj', {}, [
          element('w:docPartGallery', { 'w:val': 'Table of Contents' }),
          element('w:docPartUnique'),
        ]),
      ]),
      element('w:sdtContent', {}, children),
    )
  }
}
