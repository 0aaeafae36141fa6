/// <reference lib="dom" />
import { resolve } from 'node:path'
import type { Answer, Asked, Choices } from './dialog-answers.ts'
import { focusedWindow, windows } from './registry.ts'
import { texts } from './texts.ts'

let ending = false

/** From here on message boxes are answered by their default: whoever ends the program wants it saved and closed. */
export function becomeEnding(): void {
  ending = true
}

/**
 * Nobody looks: file dialogs are cancelled, unless the variables PLANVAERK_OPEN and PLANVAERK_SAVE name a path; message
 * boxes are turned away from.
 */
export function answerAsTool({ kind }: Asked, choices: Choices): Answer {
  const { PLANVAERK_OPEN: toOpen, PLANVAERK_SAVE: toSave } = process.env
  if (kind === 'message') return { message: ending ? choices.defaultId : choices.cancelId }
  if (kind === 'open') return toOpen ? { open: [toOpen] } : { cancel: true }
  return toSave ? { save: toSave } : { cancel: true }
}

/** The person answers in the page, by the browser's own small dialogs. */
export async function answerAsUser(asked: Asked, choices: Choices): Promise<Answer> {
  if (asked.kind === 'open') {
    const path = await prompt(texts.openPath(asked.title), asked.defaultPath)
    return path ? { open: [resolve(path)] } : { cancel: true }
  }
  if (asked.kind === 'save') {
    const path = await prompt(texts.savePath(asked.title), asked.defaultPath)
    return path ? { save: resolve(path) } : { cancel: true }
  }
  if (ending) return { message: choices.defaultId }
  return { message: await button(asked, choices) }
}

async function button({ message, detail, buttons }: Asked, choices: Choices): Promise<number> {
  const words = detail ? `${message}\n\n${detail}` : message
  if (buttons.length < 2) {
    await inPage('confirm', words, '')
    return 0
  }
  if (buttons.length > 2) {
    const typed = await prompt(texts.choose(words, buttons), String(choices.defaultId + 1))
    const index = Number(typed) - 1
    return typed !== null && index in buttons ? index : choices.cancelId
  }
  const yes = choices.cancelId === 0 ? 1 : 0
  const agreed = await inPage('confirm', texts.confirm(words, buttons[yes] ?? '', buttons[1 - yes] ?? ''), '')
  return agreed === null ? 1 - yes : yes
}

const prompt = (message: string, value: string): Promise<string | null> => inPage('prompt', message, value)

/** What the person answered, null = turned away. */
async function inPage(kind: 'prompt' | 'confirm', message: string, value: string): Promise<string | null> {
  const window = focusedWindow() ?? windows[0]
  if (!window) return null
  const { page } = await window.webContents.page
  // Somebody must listen, or Playwright turns every dialog away by itself.
  const leaveToPerson = () => {}
  page.on('dialog', leaveToPerson)
  try {
    return await page.evaluate(
      ([how, words, proposal]) => {
        if (how === 'prompt') return globalThis.prompt(words, proposal)
        return globalThis.confirm(words) ? '' : null
      },
      [kind, message, value] as const,
    )
  } finally {
    page.off('dialog', leaveToPerson)
  }
}
