import { outlineTexts } from '../../../db/model/texts/window/outline.ts'
import type { Action } from '../../actions/action.ts'
import { fromOwnFormat, OWN_TYPE } from '../../paste/own-format.ts'
import { flushDrafts } from '../../state/drafts.ts'
import { contentOf } from '../clipboard/carried.ts'
import { carry } from '../clipboard/clipboard-events.ts'
import { insert, pasteFrom } from '../clipboard/paste.ts'
import type { Scene } from '../scene.ts'
import { hint, onRow, refuse } from './doing.ts'

/**
 * From a menu there is no clipboard event, and Ctrl+X makes one in texts alone. The browser makes the event of copying when it
 * is asked to, unless it wants a key to be pressed; then the user is told which.
 */
function carryByCommand(how: 'copy' | 'cut'): void {
  flushDrafts()
  let done = false
  const listen = (event: ClipboardEvent) => {
    event.stopPropagation()
    carry(event, how)
    done = true
  }
  document.addEventListener('copy', listen, { capture: true })
  document.execCommand('copy')
  document.removeEventListener('copy', listen, { capture: true })
  if (!done) hint(how === 'copy' ? outlineTexts.refused.copyByKey : outlineTexts.refused.cutByKey)
}

/** Reading the clipboard takes a permission that the window may not have. */
async function pasteByRequest(): Promise<void> {
  const found = await readSystemClipboard()
  if (found === null) hint(outlineTexts.refused.pasteByKey)
  else pasteFrom((type) => found.get(type) ?? '')
}

async function readSystemClipboard(): Promise<ReadonlyMap<string, string> | null> {
  try {
    const found = new Map<string, string>()
    for (const item of await navigator.clipboard.read()) {
      for (const type of item.types.filter((name) => name.startsWith('text/'))) {
        found.set(type, await (await item.getType(type)).text())
      }
    }
    return found
  } catch {
    // Without the permission the key still works: the user is told of it.
    return null
  }
}

/** A copy of the rows, right after the last of them. */
function duplicate(at: Scene): void {
  flushDrafts()
  const last = at.operands.at(-1)
  if (last === undefined) return
  if (last === at.outline.root) {
    refuse(at, { kind: 'zoomed' })
    return
  }
  const copies = fromOwnFormat(contentOf(at)[OWN_TYPE])
  const place = { parentId: at.mirror.nodes.get(last)?.parentId ?? null, after: last }
  if (copies) void insert(place, copies, outlineTexts.duplicated)
  else hint(outlineTexts.refused.tooMany)
}

export const clipboardActions = {
  'row.cut': onRow(() => carryByCommand('cut')),
  'row.copy': onRow(() => carryByCommand('copy')),
  'row.paste': {
    can: () => true,
    run: () => void pasteByRequest(),
  },
  'row.duplicate': onRow(duplicate),
} satisfies Readonly<Record<string, Action>>
