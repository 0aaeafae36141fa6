import { type ShownOutline, showOutline } from '../support/render-outline.tsx'

/** A small agreement; see `shorthand.ts`. */
const agreement = `
  S Formål (formaal)
  S Koordinerende (koordinerende-rolle)
    I Læsning
      m Læsevejledere
    I Overgange
  S Egne (egne-bidrag)
    B Fællesskaber`

/** Shows it, or another outline, with the focus on a row. */
export async function at(title: string, lines = agreement): Promise<ShownOutline> {
  const shown = await showOutline(lines)
  await shown.user.click(shown.row(title))
  return shown
}
