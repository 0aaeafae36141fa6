import type { Database } from 'better-sqlite3'
import { type IncomingPlan, importPlans } from './commands/import.ts'
import { edit } from './commands/index.ts'
import { nameOrganisation } from './commands/units.ts'
import {
  advance,
  focusOf,
  forgetPruned,
  type HistoryEntry,
  readStacks,
  restoreBefore,
  type Stacks,
  typedOn,
} from './history.ts'
import { type MergedState, mergeAttached } from './merge/merge-attached.ts'
import type { Change } from './model/changes.ts'
import type { Command } from './model/commands.ts'
import { AppError } from './model/errors.ts'
import type { Focus } from './model/focus.ts'
import { idOf, newId } from './model/ids.ts'
import type { Label } from './model/label.ts'
import type { Packet } from './model/packet.ts'
import { builtInTemplates } from './model/template/built-in/index.ts'
import { PROGRAM } from './model/texts/program.ts'
import { typingTarget } from './model/typing.ts'
import { packetIn } from './packet/packet-in.ts'
import { refuseOutside } from './packet/read-only.ts'
import { rememberSent } from './packet/sent.ts'
import type { WrittenPacket } from './packet/write.ts'
import { pruneHistory } from './prune.ts'
import { type Committed, commit, type Session, statement, type Tx, type TxnEntry } from './transaction.ts'
import { TYPING_PAUSE, type Typing, typeOn } from './typing.ts'

/** So many transactions after it was looked at, the history may have grown too long. */
const PRUNED_EVERY = 1000

export interface Person {
  readonly who: string
  readonly machine: string
}

/** What undo and redo would take back and bring back. */
export interface History {
  readonly undo: HistoryEntry | null
  readonly redo: HistoryEntry | null
}

/** What an edit did: the rows for the mirror, and where the history stands. */
export interface Executed extends History {
  readonly changes: readonly Change[]
  /** After an undo or redo: where the user was when she gave the command. */
  readonly focus: Focus | null
}

export interface Imported extends Executed {
  /** Of the plans, in the order in which they came. */
  readonly ids: readonly string[]
}

/**
 * The edits of one opening of a working copy: every command is a durable transaction of its own, but for typing, which goes
 * on in the newest one. Keeps what can be undone and redone.
 */
export class Edits {
  readonly #db: Database
  readonly #person: Person
  readonly #now: () => number
  /** What this is, where it is not a whole workbook. */
  readonly packet: Packet | null
  #stacks: Stacks
  #session: Session | null = null
  #typing: Typing | null = null
  /** How many transactions of this opening there were when the history was last looked at; null = it was not. */
  #prunedAt: number | null = null

  /** `now` gives milliseconds and does not run back. */
  constructor(db: Database, person: Person, now: () => number) {
    this.#db = db
    this.#person = person
    this.#now = now
    this.packet = packetIn(db)
    this.#stacks = readStacks(db, person)
  }

  get history(): History {
    return { undo: this.#stacks.undo.at(-1) ?? null, redo: this.#stacks.redo.at(-1) ?? null }
  }

  /** What a new workbook begins with. */
  begin(organisation: string): void {
    this.#commit({ kind: 'migrate', label: () => ({ command: 'workbook.create' }) }, (tx) => {
      if (organisation !== '') nameOrganisation(tx, organisation)
      for (const template of builtInTemplates) {
        const id = idOf('template', template.key)
        tx.insert('template', { id, key: template.key, doc: JSON.stringify(template) })
      }
    })
  }

  execute(command: Command, focus: Focus | null): Executed {
    const target = typingTarget(command)
    const at = this.#now()
    const typing = this.#typing
    if (typing && typing.target === target && at - typing.at < TYPING_PAUSE) {
      return this.#typeOn({ ...typing, at }, command)
    }
    const entry = { kind: 'edit', label: (label: Label) => label, focus } as const
    const { changes, dot } = this.#commit(entry, (tx) => edit(tx, command))
    if (changes.length > 0 && target !== null) this.#typing = { target, dot, at }
    return this.#executed(changes)
  }

  import(incoming: readonly IncomingPlan[], replace: boolean): Imported {
    const entry = { kind: 'import', label: () => importLabel(incoming) } as const
    const { changes, result } = this.#commit(entry, (tx) => importPlans(tx, incoming, replace))
    return { ...this.#executed(changes), ids: result }
  }

  /** Makes rows what they were in another state of the workbook, as an edit like any other. */
  restore(label: Label, makeRows: (tx: Tx) => void): Executed {
    const { changes } = this.#commit({ kind: 'import', label: () => label }, makeRows)
    return this.#executed(changes)
  }

  /** Remembers a contribution packet that was written. */
  rememberSent(written: WrittenPacket): Executed {
    const label: Label = { command: 'packet.send', about: written.packet.unit.name }
    const entry = { kind: 'edit', label: () => label } as const
    return this.#executed(this.#commit(entry, (tx) => rememberSent(tx, written)).changes)
  }

  undo(): Executed {
    const last = this.#stacks.undo.at(-1)
    if (!last) throw new AppError('command.nothing-to-undo', {})
    return this.#restore('undo', last)
  }

  redo(): Executed {
    const last = this.#stacks.redo.at(-1)
    if (!last) throw new AppError('command.nothing-to-redo', {})
    return this.#restore('redo', last)
  }

  /** Merges the attached copy, as `mergeAttached`. What was done before it is not undone any more. */
  merge(file: string): MergedState {
    // Once a state was merged, more typing must be told from it.
    this.endTyping()
    this.#session ??= beginSession(this.#db, this.#person)
    const merged = mergeAttached(this.#db, this.#session, file)
    this.#stacks = readStacks(this.#db, this.#person)
    return merged
  }

  /**
   * After the copy was made what it was earlier: goes on in a session of its own, for what was written under the numbers of the
   * old one may be known to others.
   */
  beginAfresh(): void {
    this.#session = null
    this.#typing = null
    this.#prunedAt = null
    this.#stacks = readStacks(this.#db, this.#person)
  }

  /** What is typed from now on is a new entry of the history. */
  endTyping(): void {
    this.#typing = null
  }

  /** Takes the oldest entries out of a history that has grown too long; looks at it only once in a while. */
  prune(): void {
    const session = this.#session
    if (!session || (this.#prunedAt !== null && session.seq - this.#prunedAt < PRUNED_EVERY)) return
    this.#prunedAt = session.seq
    if (pruneHistory(this.#db, session.rid, new Date()) > 0) forgetPruned(this.#db, this.#stacks)
  }

  #typeOn(typing: Typing, command: Command): Executed {
    const { dot } = typing
    const { changes, label, takenBack } = typeOn(
      this.#db,
      dot,
      this.#allowed((tx) => edit(tx, command)),
    )
    if (changes.length > 0) {
      typedOn(this.#stacks, takenBack ? null : { dot, label })
      this.#typing = takenBack ? null : typing
    }
    return this.#executed(changes)
  }

  #restore(kind: 'undo' | 'redo', { dot, label }: HistoryEntry): Executed {
    // The restoring transaction keeps the place too, for when it is itself taken back.
    const focus = focusOf(this.#db, dot)
    const entry = { kind, label: () => label, refDot: dot, focus }
    return this.#executed(this.#commit(entry, (tx) => restoreBefore(tx, dot)).changes, focus)
  }

  #commit<R>(entry: TxnEntry<R>, run: (tx: Tx) => R): Committed<R> {
    this.#session ??= beginSession(this.#db, this.#person)
    const committed = commit(this.#db, this.#session, entry, this.#allowed(run))
    if (committed.changes.length > 0) {
      const { dot, label } = committed
      advance(this.#stacks, entry.kind, { dot, label })
      this.endTyping()
    }
    return committed
  }

  /** The same edit, refused where it writes what in a packet is there to be read. */
  #allowed<R>(run: (tx: Tx) => R): (tx: Tx) => R {
    const { packet } = this
    if (!packet) return run
    return (tx) => {
      const result = run(tx)
      refuseOutside(tx, packet)
      return result
    }
  }

  #executed(changes: readonly Change[], focus: Focus | null = null): Executed {
    return { changes, ...this.history, focus }
  }
}

/** Every opening that edits is a session of its own; a copied file can so never continue another's numbers. */
function beginSession(db: Database, person: Person): Session {
  const { lastInsertRowid } = statement(
    db,
    'INSERT INTO session (id, who, machine, program, startedAt) VALUES (?, ?, ?, ?, ?)',
  ).run(newId(), person.who, person.machine, PROGRAM, new Date().toISOString())
  return { rid: Number(lastInsertRowid), seq: 0 }
}

function importLabel([first, ...others]: readonly IncomingPlan[]): Label {
  return {
    command: 'plan.import',
    ...(first ? { about: first.document.title } : {}),
    ...(others.length > 0 ? { count: 1 + others.length } : {}),
  }
}
