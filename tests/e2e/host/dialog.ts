import type { BrowserWindow } from './browser-window.ts'
import { answerAsTool, answerAsUser } from './dialog-answerers.ts'
import type { Answer, Asked, Choices } from './dialog-answers.ts'
import { settings } from './settings.ts'

interface FileOptions extends Left {
  readonly title?: string
  readonly defaultPath?: string
  readonly filters?: readonly { readonly name: string; readonly extensions: readonly string[] }[]
  readonly properties?: readonly string[]
}
/** Options that say nothing to the stand-in. */
type Left = Readonly<Record<string, unknown>>

interface MessageOptions extends Left {
  readonly message: string
  readonly detail?: string
  readonly title?: string
  readonly buttons?: readonly string[]
  readonly defaultId?: number
  readonly cancelId?: number
}

/** Every dialog that was shown, oldest first. */
export const asked: Asked[] = []

let tellUnexpected = (_words: string): void => {}
/** Who is told, in words, of a dialog for which no test had an answer. */
export function onUnexpected(tell: (words: string) => void): void {
  tellUnexpected = tell
}

const queue: Answer[] = [...settings.answers]
export const queueAnswers = (answers: readonly Answer[]): void => void queue.push(...answers)

/** Which answers a dialog takes. */
const taken: Readonly<Record<Asked['kind'], readonly string[]>> = {
  open: ['open', 'cancel'],
  save: ['save', 'cancel'],
  message: ['message'],
  error: ['error'],
}

/** The test's answer to a dialog. A dialog that it did not expect is an error in the program, and fails the test. */
function answerAsTest(question: Asked): Answer {
  const answer = queue.shift()
  if (answer && taken[question.kind].some((kind) => kind in answer)) return answer
  const { kind, title, message, detail, buttons } = question
  const words = `Unexpected ${kind} dialog: ${[title, message, detail, ...buttons].filter(Boolean).join(' | ')}`
  tellUnexpected(words)
  throw new Error(words)
}

async function ask(question: Asked, choices: Choices): Promise<Answer> {
  asked.push(question)
  if (settings.mode === 'test') return answerAsTest(question)
  return settings.mode === 'tool' ? answerAsTool(question, choices) : answerAsUser(question, choices)
}

const none: Choices = { defaultId: 0, cancelId: 0 }

const fileQuestion = (kind: 'open' | 'save', options: FileOptions): Asked => ({
  kind,
  title: options.title ?? '',
  message: '',
  detail: '',
  buttons: [],
  defaultPath: options.defaultPath ?? '',
  extensions: (options.filters ?? []).flatMap(({ extensions }) => extensions),
})

/** Electron's dialogs take the window they belong to first, or leave it out. */
const optionsOf = <O>(args: readonly [BrowserWindow, O] | readonly [O]): O =>
  args.length === 2 ? args[1] : args[0]

export const dialog = {
  async showOpenDialog(...args: readonly [BrowserWindow, FileOptions] | readonly [FileOptions]) {
    const answer = await ask(fileQuestion('open', optionsOf(args)), none)
    return 'open' in answer
      ? { canceled: false, filePaths: [...answer.open] }
      : { canceled: true, filePaths: [] }
  },

  async showSaveDialog(...args: readonly [BrowserWindow, FileOptions] | readonly [FileOptions]) {
    const answer = await ask(fileQuestion('save', optionsOf(args)), none)
    return 'save' in answer ? { canceled: false, filePath: answer.save } : { canceled: true, filePath: '' }
  },

  async showMessageBox(...args: readonly [BrowserWindow, MessageOptions] | readonly [MessageOptions]) {
    const options = optionsOf(args)
    const buttons = options.buttons ?? ['OK']
    const question: Asked = {
      kind: 'message',
      title: options.title ?? '',
      message: options.message,
      detail: options.detail ?? '',
      buttons,
      defaultPath: '',
      extensions: [],
    }
    const { defaultId = 0, cancelId = defaultId } = options
    const answer = await ask(question, { defaultId, cancelId })
    return { response: buttonOf(answer, buttons), checkboxChecked: false }
  },

  /** Returns before it is read, as Electron's does where no window can wait. */
  showErrorBox(title: string, content: string): void {
    const question: Asked = { ...fileQuestion('open', {}), kind: 'error', title, message: content }
    asked.push(question)
    if (settings.mode === 'test') answerAsTest(question)
    else process.stderr.write(`${title}\n${content}\n`)
  },
}

function buttonOf(answer: Answer, buttons: readonly string[]): number {
  if (!('message' in answer)) return 0
  const index = typeof answer.message === 'number' ? answer.message : buttons.indexOf(answer.message)
  if (!(index in buttons)) throw new Error(`No button ${answer.message} among ${buttons.join(', ')}`)
  return index
}
