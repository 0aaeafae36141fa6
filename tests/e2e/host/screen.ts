import { EventEmitter } from 'node:events'
import type { Bounds } from './messages.ts'

const bounds: Bounds = { x: 0, y: 0, width: 1920, height: 1080 }

const display = {
  id: 1,
  label: 'Stand-in',
  bounds,
  workArea: bounds,
  size: bounds,
  workAreaSize: bounds,
  scaleFactor: 1,
  rotation: 0,
} as const

class Screen extends EventEmitter {
  getPrimaryDisplay = () => display
  getAllDisplays = () => [display]
}

/** One screen of an ordinary size, whatever the computer has. */
export const screen = new Screen()

/** The computer's sleep, which tests bring about. */
export const powerMonitor = new EventEmitter<{ suspend: []; resume: []; shutdown: [] }>()
