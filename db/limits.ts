/**
 * Limits that keep a hostile file from exhausting the program; real workbooks stay far below them. What
 * opening refuses, no command may write.
 */
export const MAX_NODES = 1_000_000
/** Bytes of one text in the file. */
export const MAX_TEXT_BYTES = 5_000_000
/** Bytes of a whole plan in one text: its frozen state, and what the history keeps of a row. */
export const MAX_WHOLE_PLAN_BYTES = 67_108_864
