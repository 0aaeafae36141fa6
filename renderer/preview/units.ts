/** Twips, of which a point has 20, as CSS. */
export const twips = (length: number): string => `${length / 20}pt`

/** Half points, in which sizes of type are given, as CSS. */
export const halfPoints = (size: number): string => `${size / 2}pt`

/** Eighths of a point, in which rules are given, as CSS. */
export const eighths = (size: number): string => `${size / 8}pt`

/** CSS pixels, of which a point has 4/3. */
export const pixels = (twips: number): number => twips / 15
