/** What is timed, with what it needs made ready. */
export interface Task {
  /** Milliseconds of one round. */
  readonly round: () => number | Promise<number>
  readonly end?: () => void
}

export type Prepare = (...words: string[]) => Task | Promise<Task>

/** Tasks are loaded by name, so that a process holds only the libraries of the one that it measures. */
export const tasks = {
  export: async () => (await import('./export.ts')).prepareExport,
  templater: async () => (await import('./templater.ts')).prepareTemplater,
  open: async () => (await import('./open.ts')).prepareOpen,
  command: async () => (await import('./command.ts')).prepareCommand,
  save: async () => (await import('./save.ts')).prepareSave,
  merge: async () => (await import('./merge.ts')).prepareMerge,
  yjs: async () => (await import('./yjs.ts')).prepareYjs,
  search: async () => (await import('./search.ts')).prepareSearch,
  trigram: async () => (await import('./trigram.ts')).prepareTrigram,
  'parse-json': async () => (await import('./json-file.ts')).prepareParse,
  'rewrite-json': async () => (await import('./json-file.ts')).prepareRewrite,
} satisfies Readonly<Record<string, () => Promise<Prepare>>>

export type TaskName = keyof typeof tasks

export const isTask = (name: string | undefined): name is TaskName =>
  name !== undefined && Object.hasOwn(tasks, name)
