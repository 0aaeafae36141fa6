/** What is done on the way through a tree of nodes; what `enter` answers with null is passed over with all it holds. */
export interface Visitor<State> {
  readonly enter: (element: Element, around: State) => State | null
  readonly leave: (element: Element, state: State, around: State) => void
  readonly text: (text: string, around: State) => void
  readonly comment: (text: string) => void
}

/** Goes through the nodes below `root` in document order; not recursive, for the depth may be hostile. */
export function walk<State>(root: Element, outermost: State, visitor: Visitor<State>): void {
  interface Level {
    readonly element: Element
    readonly state: State
    readonly nodes: readonly ChildNode[]
    next: number
  }
  const levels: Level[] = [{ element: root, state: outermost, nodes: Array.from(root.childNodes), next: 0 }]
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const node = level.nodes[level.next++]
    if (node === undefined) {
      levels.pop()
      const around = levels.at(-1)
      if (around) visitor.leave(level.element, level.state, around.state)
    } else if (isElement(node)) {
      const state = visitor.enter(node, level.state)
      if (state !== null) levels.push({ element: node, state, nodes: Array.from(node.childNodes), next: 0 })
    } else if (node.nodeType === Node.TEXT_NODE) {
      visitor.text(node.nodeValue ?? '', level.state)
    } else if (node.nodeType === Node.COMMENT_NODE) {
      visitor.comment(node.nodeValue ?? '')
    }
  }
}

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE
