/** An answer to one dialog. A message box is answered by the number of its button, or by its label. */
export type Answer =
  | { readonly open: readonly string[] }
  | { readonly save: string }
  | { readonly message: number | string }
  /** The user has read an error box. */
  | { readonly error: true }
  /** The user gave up in a dialog that asked for a file. */
  | { readonly cancel: true }

/** What a dialog asked. */
export interface Asked {
  readonly kind: 'open' | 'save' | 'message' | 'error'
  readonly title: string
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
  readonly defaultPath: string
  /** File name extensions that can be chosen. */
  readonly extensions: readonly string[]
}

/** The buttons of a message box for those who press Enter, and for those who turn away. */
export interface Choices {
  readonly defaultId: number
  readonly cancelId: number
}
