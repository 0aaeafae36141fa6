/** The declarations of a style attribute or rule, by name in lower case. Word's own (`mso-…`) are kept, which a browser's are not. */
export type Declarations = ReadonlyMap<string, string>

/** No paragraph of Word's has a style so long; a longer one is hostile. */
const longestStyle = 5000

const declaration = /(?<![a-z-])([a-z-]+)\s*:((?:"[^"]*"|'[^']*'|[^;"'])*)/gi

export function declarationsOf(style: string): Declarations {
  const found = style.slice(0, longestStyle).matchAll(declaration)
  return new Map(Array.from(found, ([, name = '', value = '']) => [name.toLowerCase(), value.trim()]))
}

/** What the document's own style sheet says of a paragraph style, by the class that its paragraphs carry. */
export type StyleSheet = ReadonlyMap<string, Declarations>

/** Word's sheets are well below; the rest of a longer one is not read. */
const longestSheet = 1_000_000

/** Reads the sheet that Word puts into the head: `p.Kapitel, li.Kapitel {mso-style-name:"Kapitel"; mso-outline-level:1; …}`. */
export function styleSheetOf(page: Document): StyleSheet {
  const css = Array.from(page.head.querySelectorAll('style'), (style) => style.textContent)
    .join('\n')
    .slice(0, longestSheet)
  const sheet = new Map<string, Declarations>()
  for (const rule of css.split('}')) {
    const [selectors = '', body = ''] = rule.split('{')
    if (!body.includes('mso-')) continue
    const names = selectors.matchAll(/(?:^|[\s,])(?:p|li|div|h[1-6])\.([\w-]+)/g)
    for (const [, name = ''] of names) sheet.set(name, declarationsOf(body))
  }
  return sheet
}

/** The declarations that count for an element: its own before those of its class. */
export function styleOf(element: Element, sheet: StyleSheet): (name: string) => string | undefined {
  const own = declarationsOf(element.getAttribute('style') ?? '')
  const named = classesOf(element).map((name) => sheet.get(name))
  return (name) => own.get(name) ?? named.find((style) => style?.has(name))?.get(name)
}

export const classesOf = (element: Element): readonly string[] =>
  (element.getAttribute('class') ?? '').split(/\s+/).filter((name) => name !== '')
