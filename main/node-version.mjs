// @ts-check
// Plain JavaScript, so that an older Node can read it and say what is wrong.

/** The oldest Node that runs the program: better-sqlite3 needs Node-API 10, and TypeScript is run as it is. */
const NEEDED = [24, 0]

/**
 * Ends the process with one sentence when Node is too old. Must run before better-sqlite3 is loaded, which
 * would crash without a word.
 * @param {string} [version]
 */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [neededMajor = 0, neededMinor = 0] = NEEDED
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return
  process.stderr.write(
    `Planværk kræver Node ${neededMajor} eller nyere, men kører på Node ${version}. Intet er ændret. Start programmet med »npm run«, som bruger projektets egen Node.\n`,
  )
  process.exit(1)
}
