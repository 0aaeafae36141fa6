export type SchemeHandler = (request: Request) => Response | Promise<Response>
export type PermissionRequestHandler = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
) => void
export type PermissionCheckHandler = (contents: unknown, permission: string, origin: string) => boolean
export interface RequestDetails {
  readonly url: string
  readonly method: string
  readonly resourceType: string
}
export type RequestListener = (
  details: RequestDetails,
  answer: (response: { cancel?: boolean }) => void,
) => void

const schemeHandlers = new Map<string, SchemeHandler>()
const privileged = new Set<string>()
let ready = false

/** From here on a scheme may be handled, and no longer registered as privileged. */
export function becomeReady(): void {
  ready = true
}

export const handlerOf = (scheme: string): SchemeHandler | undefined => schemeHandlers.get(scheme)

/** Only such a scheme has an origin and is a secure context in Electron, as every page of the stand-in is. */
export const isPrivileged = (scheme: string): boolean => privileged.has(scheme)

export const protocol = {
  registerSchemesAsPrivileged(
    schemes: readonly {
      readonly scheme: string
      readonly privileges?: {
        readonly standard?: boolean
        readonly secure?: boolean
        readonly supportFetchAPI?: boolean
        /** Keeps compiled scripts; here Chromium has no cache. */
        readonly codeCache?: boolean
      }
    }[],
  ): void {
    if (ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of schemes) {
      if (privileges?.standard && privileges.secure) privileged.add(scheme)
    }
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (!ready) throw new Error('protocol cannot be used before app is ready')
    if (schemeHandlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    schemeHandlers.set(scheme, handler)
  },
}

let onPermissionRequest: PermissionRequestHandler | null = null
let onPermissionCheck: PermissionCheckHandler | null = null
let onRequest: RequestListener | null = null

/** What the program answers when its page asks for a permission. Electron grants what nobody handles. */
export async function permissionOf(contents: unknown, permission: string): Promise<boolean> {
  if (onPermissionCheck && !onPermissionCheck(contents, permission, 'app://planvaerk')) return false
  const ask = onPermissionRequest
  return ask ? new Promise((answer) => ask(contents, permission, answer)) : true
}

/** Whether the program itself stops a request before it is made. */
export async function isCancelled(details: RequestDetails): Promise<boolean> {
  const listen = onRequest
  if (!listen) return false
  const { cancel } = await new Promise<{ cancel?: boolean }>((answer) => listen(details, answer))
  return cancel === true
}

const spellCheckerLanguages: readonly string[] = ['da', 'de', 'en-GB', 'en-US', 'nb', 'sv']

/**
 * The session of every window. Its Chromium grants no permission and checks no spelling; what the program wants is kept,
 * so that tests can ask.
 */
export const defaultSession = {
  protocol,
  availableSpellCheckerLanguages: [...spellCheckerLanguages],
  setSpellCheckerLanguages(languages: readonly string[]): void {
    const unknown = languages.find((language) => !spellCheckerLanguages.includes(language))
    if (unknown) throw new Error(`Invalid language code provided: "${unknown}" is not a valid language code`)
  },
  setSpellCheckerDictionaryDownloadURL(_url: string): void {},
  addWordToSpellCheckerDictionary: (_word: string): boolean => true,
  setPermissionRequestHandler: (handler: PermissionRequestHandler | null): void => {
    onPermissionRequest = handler
  },
  setPermissionCheckHandler: (handler: PermissionCheckHandler | null): void => {
    onPermissionCheck = handler
  },
  webRequest: {
    onBeforeRequest(
      ...args:
        | readonly [RequestListener | null]
        | readonly [{ readonly urls: readonly string[] }, RequestListener | null]
    ): void {
      const [filter, listener] = args.length === 2 ? args : [null, args[0]]
      if (filter && filter.urls[0] !== '<all_urls>') throw new Error('The stand-in filters no requests')
      onRequest = listener
    },
  },
}

export const session = { defaultSession }
