/** Somebody who has the workbook open now, as far as anyone can tell: it hinders nobody. */
export interface Opener {
  readonly who: string
  readonly machine: string
  /** When it was opened, as an ISO time of the opener's own clock. */
  readonly since: string
}
