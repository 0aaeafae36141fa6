/** What a page tells the program. */
export type FromPage =
  | {
      readonly kind: 'invoke'
      readonly call: string
      readonly channel: string
      readonly args: readonly unknown[]
    }
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'theme'; readonly dark: boolean; readonly highContrast: boolean }
  | { readonly kind: 'resize'; readonly outer: Bounds; readonly inner: Size }
  /** The page has not shown a context menu of its own. */
  | { readonly kind: 'context-menu'; readonly place: ContextPlace }
  | { readonly kind: 'preload-failed'; readonly error: string }

/** What the program tells a page. */
export type ToPage =
  | { readonly kind: 'answer'; readonly call: string; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly call: string; readonly message: string }
  | { readonly kind: 'event'; readonly channel: string; readonly args: readonly unknown[] }
  /** The paths that files of these names have, when they are dropped on the page. */
  | { readonly kind: 'paths'; readonly paths: Readonly<Record<string, string>> }

/** Where a context menu is asked for. */
export interface ContextPlace {
  readonly x: number
  readonly y: number
  readonly isEditable: boolean
  readonly selectionText: string
}

/** In pixels of CSS. */
export interface Size {
  readonly width: number
  readonly height: number
}

export interface Bounds extends Size {
  readonly x: number
  readonly y: number
}
