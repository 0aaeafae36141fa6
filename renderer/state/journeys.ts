/**
 * Where she goes, one journey after the other. What leads somewhere but comes late, a plan that had to be read or a row that an
 * undo brings back, does not take her away from where she has gone meanwhile.
 */
let journeys = 0

/** Begins one; answers with what says whether it is still the last. */
export function setOut(): () => boolean {
  journeys += 1
  return untilNext()
}

function untilNext(): () => boolean {
  const mine = journeys
  return () => mine === journeys
}

let stays = untilNext()

/** An undo will lead somewhere, if she stays where she is. */
export const expectReturn = (): void => {
  stays = untilNext()
}

export const hasStayed = (): boolean => stays()
