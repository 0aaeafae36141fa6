/** The two looks of a document: the municipality's own form, or headings and plain tables, for publishing. */
export const layouts = ['skabelon', 'tilgaengelig'] as const
export type Layout = (typeof layouts)[number]
