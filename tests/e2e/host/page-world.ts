/// <reference lib="dom" />
import type { ContextPlace, FromPage, ToPage } from './messages.ts'
import { type PlainData, pieces, plainData } from './plain-data.ts'

/**
 * The page's side of the stand-in. These functions are carried into each new document as source text (`initScript`), so
 * they may use one another and the page's own globals, nothing else.
 */

type Listener = (event: unknown, ...args: readonly unknown[]) => unknown

/** The page's end of the line to the program. */
export interface Line {
  post(message: FromPage): void
  hear(listen: (message: ToPage) => void): void
}

/** A value as `contextBridge` lets it through: a copy, with functions wrapped; an exposed API is frozen all the way down. */
function bridged(value: unknown, freeze: boolean): unknown {
  const frozen = <T extends object>(copy: T): T => (freeze ? Object.freeze(copy) : copy)
  if (typeof value === 'function') {
    return frozen((...args: readonly unknown[]) =>
      bridged(
        Reflect.apply(
          value,
          undefined,
          args.map((arg) => bridged(arg, false)),
        ),
        false,
      ),
    )
  }
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Promise) return value.then((result) => bridged(result, false))
  if (Array.isArray(value)) return frozen(value.map((item) => bridged(item, freeze)))
  if (value instanceof Error || value instanceof Blob || value instanceof Element) return value
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new TypeError(`contextBridge lets no instance of ${value.constructor.name} through`)
  }
  return frozen(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, bridged(item, freeze)])))
}

/** The messages between preload and main. */
function ipcOf(line: Line) {
  const listeners = new Map<string, readonly Listener[]>()
  const waiting = new Map<string, { answer(value: unknown): void; refuse(error: Error): void }>()
  // Answers to an earlier document must find nobody here.
  const document = crypto.randomUUID()
  let calls = 0

  line.hear((message) => {
    if (message.kind === 'event') {
      for (const listen of listeners.get(message.channel) ?? []) listen({}, ...message.args)
    } else if (message.kind === 'answer') {
      waiting.get(message.call)?.answer(message.value)
      waiting.delete(message.call)
    } else if (message.kind === 'refusal') {
      waiting.get(message.call)?.refuse(new Error(message.message))
      waiting.delete(message.call)
    }
  })

  return {
    invoke: (channel: string, ...args: readonly unknown[]): Promise<unknown> =>
      new Promise((answer, refuse) => {
        calls += 1
        const call = `${document} ${calls}`
        line.post({ kind: 'invoke', call, channel, args })
        waiting.set(call, { answer, refuse })
      }),
    send: (channel: string, ...args: readonly unknown[]): void => line.post({ kind: 'send', channel, args }),
    on: (channel: string, listen: Listener): void =>
      void listeners.set(channel, [...(listeners.get(channel) ?? []), listen]),
    removeListener: (channel: string, listen: Listener): void =>
      void listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((other) => other !== listen),
      ),
  }
}

/** What `require('electron')` gives a sandboxed preload. */
export function electronForPreload(line: Line) {
  let paths: Readonly<Record<string, string>> = {}
  line.hear((message) => {
    if (message.kind === 'paths') paths = message.paths
  })
  return {
    ipcRenderer: ipcOf(line),
    contextBridge: {
      exposeInMainWorld: (key: string, api: unknown): void => {
        if (key in globalThis) throw new Error(`Cannot bind an API on top of an existing property: ${key}`)
        Object.defineProperty(globalThis, key, { value: bridged(api, true), enumerable: true })
      },
    },
    webUtils: { getPathForFile: (file: File): string => paths[file.name] ?? '' },
  }
}

/** The program hears of a context menu that the page does not show itself. */
function tellOfContextMenus(line: Line): void {
  const placeOf = ({ x, y, target }: MouseEvent): ContextPlace => {
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    const isEditable = isField || (target instanceof HTMLElement && target.isContentEditable)
    return { x, y, isEditable, selectionText: String(getSelection()) }
  }
  addEventListener(
    'contextmenu',
    (event) => {
      const place = placeOf(event)
      setTimeout(() => event.defaultPrevented || line.post({ kind: 'context-menu', place }))
    },
    { capture: true },
  )
}

/** What the system, or a tool that stands for it, changes about the window. */
function tellOfSurroundings(line: Line): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const highContrast = matchMedia('(forced-colors: active)')
  const theme = () => line.post({ kind: 'theme', dark: dark.matches, highContrast: highContrast.matches })
  for (const query of [dark, highContrast]) query.addEventListener('change', theme)
  theme()
  addEventListener('resize', () =>
    line.post({
      kind: 'resize',
      outer: { x: screenX, y: screenY, width: outerWidth, height: outerHeight },
      inner: { width: innerWidth, height: innerHeight },
    }),
  )
}

/** The two ends of the line as globals: `binding` leads out, `receiver` leads in. */
function lineTo(binding: string, receiver: string, data: PlainData): Line | undefined {
  const post: unknown = Reflect.get(globalThis, binding)
  Reflect.deleteProperty(globalThis, binding)
  // As in Electron, a frame inside the page has no preload.
  if (typeof post !== 'function' || window !== window.top) return undefined
  const listeners: ((message: ToPage) => void)[] = []
  const { cut, join } = pieces()
  const receive = (piece: string): void => {
    const text = join(piece)
    if (text === undefined) return
    // The program encodes nothing but a ToPage.
    const message = data.decode(text) as ToPage
    for (const listen of listeners) listen(message)
  }
  Object.defineProperty(globalThis, receiver, { value: receive })
  return {
    post: (message) => {
      for (const piece of cut(data.encode({ from: location.href, message }))) post(piece)
    },
    hear: (listen) => void listeners.push(listen),
  }
}

function enterPage(
  names: { readonly binding: string; readonly receiver: string },
  preload: (require: unknown, module: unknown, exports: unknown) => void,
): void {
  const line = lineTo(names.binding, names.receiver, plainData())
  if (!line) return
  tellOfSurroundings(line)
  tellOfContextMenus(line)
  const electron = electronForPreload(line)
  const require = (name: string) => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  try {
    preload(require, module, module.exports)
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
    line.post({ kind: 'preload-failed', error: told })
  }
}

/** The script that a new document runs before its own: the functions above, then the preload inside its own function. */
export function initScript(
  names: { readonly binding: string; readonly receiver: string },
  preload: string,
): string {
  const parts = [
    plainData,
    pieces,
    bridged,
    ipcOf,
    electronForPreload,
    tellOfContextMenus,
    tellOfSurroundings,
    lineTo,
    enterPage,
  ]
  return `(() => {
${parts.map(String).join('\n')}
enterPage(${JSON.stringify(names)}, function (require, module, exports) {
${preload}
})
})()`
}
