import { Presence } from '../../db/file/presence.ts'
import type { Opener } from '../../db/model/presence.ts'
import type { Person } from '../../db/workbook.ts'
import type { Clock } from './clock.ts'
import type { LogBug } from './problem.ts'

/** Milliseconds between two looks at who else is there; a note that is not renewed for five minutes counts no more. */
const PAUSE = 60_000

interface Keeping {
  readonly person: Person
  readonly clock: Clock
  readonly logBug: LogBug
  /** Is told who else has the workbook open, at first and whenever it is somebody else. */
  readonly heard: (others: readonly Opener[]) => void
}

/** Tells others that the workbook is open here, and hears of them, from `begin` to `end`. Nothing waits for it. */
export class PresenceKeeper {
  readonly #keeping: Keeping
  /** Of the file that it was last begun for; null while the first note is on its way, and after the end. */
  #presence: Presence | null = null
  #round = 0
  #callOff: () => void = () => {}
  #known = ''

  constructor(keeping: Keeping) {
    this.#keeping = keeping
  }

  begin(file: string): void {
    this.end()
    const round = this.#round
    this.#spawn(async () => {
      const presence = await Presence.announce(file, this.#keeping.person)
      if (round !== this.#round) return presence.withdraw()
      this.#presence = presence
      await this.#look()
    })
  }

  /** Looks now: somebody may have come. */
  look(): void {
    this.#spawn(() => this.#look())
  }

  end(): void {
    this.#round += 1
    this.#callOff()
    this.#presence?.withdraw()
    this.#presence = null
    this.#known = ''
  }

  async #look(): Promise<void> {
    const presence = this.#presence
    if (!presence) return
    this.#callOff()
    await presence.refresh()
    const others = await presence.others()
    if (presence !== this.#presence) return
    this.#callOff()
    this.#callOff = this.#keeping.clock.after(PAUSE, () => this.look())
    const known = JSON.stringify(others)
    if (known === this.#known) return
    this.#known = known
    this.#keeping.heard(others)
  }

  #spawn(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      this.#keeping.logBug(error)
    })
  }
}
