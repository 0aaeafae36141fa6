/** The field that filters the list, while it is in the page. */
let field: HTMLInputElement | null = null

export const filterFieldIs = (input: HTMLInputElement | null): void => {
  field = input
}

export function focusFilter(): void {
  field?.focus()
  field?.select()
}
