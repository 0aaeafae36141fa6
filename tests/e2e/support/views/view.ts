import type { Size, Stage } from './stage.ts'

/** Something that the user can have before her, and the way there. */
export interface View {
  /** The name of its picture. */
  readonly name: string
  /** From the beginning of its chapter, or from the view before it. */
  readonly show: (stage: Stage) => Promise<void>
  /** Back to the beginning of the chapter. */
  readonly leave?: (stage: Stage) => Promise<void>
}

/** Views that begin at the same place. */
export interface Chapter {
  /** Where it is about one size of the window. */
  readonly size?: Size
  readonly enter: (stage: Stage) => Promise<void>
  readonly views: readonly View[]
}

/** Shows one view after the other, and looks at each. */
export async function walk(
  stage: Stage,
  chapters: readonly Chapter[],
  look: (view: View) => Promise<void>,
): Promise<void> {
  for (const { size = stage.size, enter, views } of chapters) {
    if (size !== stage.size) continue
    await naming(`before ${views[0]?.name}`, () => enter(stage))
    for (const view of views) {
      await naming(view.name, async () => {
        await view.show(stage)
        await look(view)
        await view.leave?.(stage)
      })
    }
  }
}

/** An error says at which view it came. */
async function naming(view: string, step: () => Promise<void>): Promise<void> {
  try {
    await step()
  } catch (error) {
    throw new Error(`${view}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
