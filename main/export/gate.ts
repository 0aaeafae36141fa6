/**
 * Between the worker that writes files and the thread that may end it: a worker that is ended while it writes would leave
 * half a file beside the target. So it is ended only while the gate is open, and writes only when it has closed it.
 */
const OPEN = 0
const WRITING = 1
const ENDED = 2

export type Gate = Int32Array<SharedArrayBuffer>

export const newGate = (): Gate => new Int32Array(new SharedArrayBuffer(4))

/** In the worker: runs `write` unless the worker is being ended; then it does not come back. */
export function throughGate<R>(gate: Gate, write: () => R): R {
  if (Atomics.compareExchange(gate, 0, OPEN, WRITING) === ENDED) Atomics.wait(gate, 0, ENDED)
  try {
    return write()
  } finally {
    Atomics.store(gate, 0, OPEN)
    Atomics.notify(gate, 0)
  }
}

/** In the thread that ends the worker: when this has come back, the worker writes nothing any more. */
export async function closeGate(gate: Gate): Promise<void> {
  while (Atomics.compareExchange(gate, 0, OPEN, ENDED) === WRITING) {
    await Atomics.waitAsync(gate, 0, WRITING).value
  }
}
