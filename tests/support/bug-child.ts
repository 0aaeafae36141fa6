/** Imported before the program's own modules: at this signal something in the program goes wrong that nobody expected. */
process.on('SIGUSR2', () => {
  throw new TypeError("Cannot read properties of undefined (reading 'hemmelig titel')")
})
