/** How many levels an outline may have, in a workbook and in an exchange file. */
export const MAX_OUTLINE_DEPTH = 64
