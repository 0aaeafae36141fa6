import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Draft } from '../../../renderer/state/draft.ts'

const draftOf = (saved: string) => new Draft(saved, Object.is)

describe('a text while it is typed', () => {
  test('shows what was typed before and after it is sent', () => {
    const draft = draftOf('Læs')
    draft.type('Læse')
    expect(draft.value).toBe('Læse')
    expect(draft.take()).toEqual({ value: 'Læse' })
    expect(draft.value).toBe('Læse')
    draft.hear('Læse')
    expect(draft.value).toBe('Læse')
  })

  test('a late answer does not take the newest letters away', () => {
    const draft = draftOf('')
    draft.type('a')
    draft.take()
    draft.type('ab')
    draft.take()
    draft.hear('a')
    expect(draft.value).toBe('ab')
    draft.hear('ab')
    expect(draft.value).toBe('ab')
  })

  test('an undo is shown at once', () => {
    const draft = draftOf('før')
    draft.type('efter')
    draft.take()
    draft.hear('efter')
    draft.hear('før')
    expect(draft.value).toBe('før')
  })

  test('what is typed and not yet sent wins over what comes from elsewhere', () => {
    const draft = draftOf('før')
    draft.type('mit')
    draft.hear('hendes')
    expect(draft.value).toBe('mit')
    expect(draft.take()).toEqual({ value: 'mit' })
  })

  test('what comes from elsewhere is joined with what is typed, where the two can be', () => {
    const words = (before: string, typed: string, saved: string) => `${before}: ${typed} + ${saved}`
    const draft = new Draft('før', Object.is, words)
    draft.type('sendt')
    draft.take()
    draft.hear('sendt')
    draft.type('mit')
    draft.hear('hendes')
    expect(draft.take()).toEqual({ value: 'sendt: mit + hendes' })
    draft.type('mere')
    draft.hear('sendt: mit + hendes')
    expect(draft.take()).toEqual({ value: 'mere' })
  })

  test('what the workbook has already is not sent', () => {
    const draft = draftOf('samme')
    draft.type('samme!')
    draft.type('samme')
    expect(draft.take()).toBeNull()
    expect(draft.waits).toBe(false)
  })

  test('in any order of typing, sending and hearing, the newest letters are shown until all is heard', () => {
    const steps = fc.array(fc.constantFrom<keyof Player>('type', 'send', 'hear'), { maxLength: 60 })
    fc.assert(
      fc.property(steps, (events) => {
        const player = playerOf(draftOf('0'))
        for (const event of events) {
          player[event]()
          expect(player.shown()).toBe(player.typed())
        }
      }),
    )
  })
})

interface Player {
  readonly type: () => void
  readonly send: () => void
  readonly hear: () => void
}

/** Somebody who types 1, 2, 3 …, and a workbook that answers late but in order. */
function playerOf(
  draft: Draft<string>,
): Player & { readonly shown: () => string; readonly typed: () => string } {
  const underway: string[] = []
  let typed = 0
  return {
    shown: () => draft.value,
    typed: () => String(typed),
    type: () => {
      typed += 1
      draft.type(String(typed))
    },
    send: () => {
      const taken = draft.take()
      if (taken) underway.push(taken.value)
    },
    hear: () => {
      const echo = underway.shift()
      if (echo !== undefined) draft.hear(echo)
    },
  }
}
