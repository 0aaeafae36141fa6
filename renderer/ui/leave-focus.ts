import type { MouseEvent } from 'react'

/** For a button that may go with the click: the cursor stays where the user writes. */
export const leaveFocus = (event: MouseEvent): void => event.preventDefault()
