/** CSS pixels; all rows are equally high, so that the list knows where each one is without drawing it. */
export const ROW_HEIGHT = 32

/** How many rows are seen at a time; told by the list, asked by Page Up and Page Down. */
let rows = 10

export const rowsAreSeen = (height: number): void => {
  rows = Math.max(1, Math.floor(height / ROW_HEIGHT) - 1)
}

export const rowsOnPage = (): number => rows
