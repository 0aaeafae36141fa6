import type { Page } from 'playwright-core'

interface SeenRow {
  readonly level: number
  readonly text: string
}

/**
 * The outline in one line, for outlines with short titles: `A(B(C) D) E` where C lies below B, and B and D below A. `{B}` is the
 * row with the focus, `[B|]` a title that is edited with the caret at its end, `[B]` one that is selected, `B+` a folded row, `*B`
 * a selected one, `B:På sporet` one with a status. After an arrow stands what has the focus elsewhere. An open dialog is its title.
 */
export async function seen(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog')
  if ((await dialog.count()) > 0) return (await dialog.getByRole('heading').first().textContent()) ?? ''
  const rows = await page.getByRole('treeitem').evaluateAll(readRows)
  const elsewhere = await page.evaluate(focusElsewhere)
  return inOneLine(rows) + (elsewhere === '' ? '' : ` → ${elsewhere}`)
}

function inOneLine(rows: readonly SeenRow[]): string {
  let line = ''
  let level = 0
  for (const row of rows) {
    if (row.level > level) line += level === 0 ? '' : '('.repeat(row.level - level)
    else line += `${')'.repeat(level - row.level)} `
    line += row.text
    level = row.level
  }
  return line + ')'.repeat(Math.max(0, level - 1))
}

/** Runs in the page. */
function readRows(rows: readonly Element[]): readonly SeenRow[] {
  const several = rows.filter((row) => row.getAttribute('aria-selected') === 'true').length > 1
  const read = (row: Element): SeenRow & { readonly top: number } => {
    const input = row.querySelector('input')
    const title = input ? withCaret(input) : (row.querySelector('[data-part="title"]')?.textContent ?? '')
    const light = row.querySelector('[aria-label^="Status: "]')?.getAttribute('aria-label')
    const text = [
      several && row.getAttribute('aria-selected') === 'true' ? '*' : '',
      row === document.activeElement ? `{${title}}` : title,
      row.getAttribute('aria-expanded') === 'false' ? '+' : '',
      light === undefined || light === null ? '' : light.replace('Status: ', ':'),
    ].join('')
    return { level: Number(row.getAttribute('aria-level')), text, top: row.getBoundingClientRect().top }
  }
  const withCaret = ({ value, selectionStart, selectionEnd }: HTMLInputElement): string => {
    const caret = selectionStart ?? 0
    return selectionStart === selectionEnd ? `[${value.slice(0, caret)}|${value.slice(caret)}]` : `[${value}]`
  }
  return rows.map(read).toSorted((a, b) => a.top - b.top)
}

/** Runs in the page. */
function focusElsewhere(): string {
  const { activeElement: element } = document
  if (!element || element.closest('[role="tree"]')) return ''
  if (element === document.body) return 'nothing'
  const labels = (element.getAttribute('aria-labelledby') ?? '').split(' ')
  const names = labels
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .filter((name) => name !== '')
  return (
    element.getAttribute('aria-label') ?? (names.length > 0 ? names.join(' ') : (element.textContent ?? ''))
  )
}
