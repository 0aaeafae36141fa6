import { createDOMRenderer, type GriffelRenderer } from '@fluentui/react-components'

/** The content security policy lets in only style elements that carry this page's nonce. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/**
 * Puts the rules of our and Fluent's components into the page. Each component that is drawn hands in its rules again, and Fluent
 * goes through them all; here the same rules are gone through once.
 */
export const styles: GriffelRenderer = onceEach(
  createDOMRenderer(document, { styleElementAttributes: { nonce } }),
)

function onceEach(renderer: GriffelRenderer): GriffelRenderer {
  const known = new WeakSet<object>()
  return {
    ...renderer,
    insertCSSRules: (rules) => {
      if (known.has(rules)) return
      known.add(rules)
      renderer.insertCSSRules(rules)
    },
  }
}
