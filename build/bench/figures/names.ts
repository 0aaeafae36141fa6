/** 10,000 → "10k": sizes of workbooks are named so. */
export const short = (nodes: number): string => (nodes % 1000 === 0 ? `${nodes / 1000}k` : String(nodes))
