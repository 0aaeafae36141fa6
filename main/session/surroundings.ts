import { type CopyBeside, copiesBeside } from '../../db/file/copies-beside.ts'
import type { Opener } from '../../db/model/presence.ts'
import type { Person } from '../../db/workbook.ts'
import type { Sharing } from '../../preload/contract.ts'
import type { Clock } from './clock.ts'
import { PresenceKeeper } from './presence-keeper.ts'
import type { LogBug } from './problem.ts'

/** Copies that the user has seen and will not be asked about again, as they were. */
export interface PassedCopies {
  readonly has: (copy: CopyBeside) => boolean
  readonly add: (copy: CopyBeside) => void
}

interface SharingServices {
  readonly person: Person
  readonly workbookId: string
  readonly clock: Clock
  readonly logBug: LogBug
  readonly passed: PassedCopies
  readonly tell: (sharing: Sharing) => void
}

const ALONE: Sharing = { others: [], copies: [] }

/** What lies around a workbook that others share: who else has it open, and which other copies of it lie beside it. */
export class Surroundings {
  readonly #services: SharingServices
  readonly #presence: PresenceKeeper
  #state = ALONE
  /** Of the file that is looked around now. */
  #round = 0
  /** Whether it is known who was there before. */
  #hasHeard = false

  constructor(services: SharingServices) {
    const { person, clock, logBug } = services
    this.#services = services
    this.#presence = new PresenceKeeper({
      person,
      clock,
      logBug,
      heard: (others) => this.#hear(others),
    })
  }

  get state(): Sharing {
    return this.#state
  }

  /** The workbook lies in this file now, and is written to where it is not read only. */
  begin(file: string, { readOnly }: { readonly readOnly: boolean }): void {
    this.end()
    const round = this.#round
    if (!readOnly) this.#presence.begin(file)
    const { workbookId, logBug, passed } = this.#services
    copiesBeside(file, workbookId).then(
      (found) => {
        const copies = found.filter((copy) => !passed.has(copy))
        if (round === this.#round && copies.length > 0) this.#become({ copies })
      },
      (error: unknown) => {
        logBug(error)
      },
    )
  }

  /** Somebody may have come. */
  look(): void {
    this.#presence.look()
  }

  /** The user wants to hear no more of this copy, unless it changes. */
  pass(file: string): void {
    const copy = this.#state.copies.find((each) => each.file === file)
    if (!copy) return
    this.#services.passed.add(copy)
    this.#become({ copies: this.#state.copies.filter((each) => each !== copy) })
  }

  end(): void {
    this.#round += 1
    this.#hasHeard = false
    this.#presence.end()
    this.#state = ALONE
  }

  #hear(others: readonly Opener[]): void {
    const nameOf = ({ who, machine, since }: Opener): string => JSON.stringify([who, machine, since])
    const known = new Map(this.#state.others.map((other) => [nameOf(other), other.came]))
    const hasHeard = this.#hasHeard
    this.#hasHeard = true
    this.#become({
      others: others.map((other) => ({ ...other, came: known.get(nameOf(other)) ?? hasHeard })),
    })
  }

  #become(news: Partial<Sharing>): void {
    this.#state = { ...this.#state, ...news }
    this.#services.tell(this.#state)
  }
}
