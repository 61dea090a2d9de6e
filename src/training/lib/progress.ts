/** Prints one line of progress to stderr with the seconds since the process began. */
export function progress(message: string): void {
  process.stderr.write(`[${process.uptime().toFixed(0).padStart(5)} s] ${message}\n`);
}
