import { execFile } from 'node:child_process'

/**
 * Chromium would write the secrets of every TLS connection to a file that the environment names. Gone
 * before the network starts.
 */
export function forgetBerkasKunciTls(): void {
  delete process.env['SSLKEYLOGFILE']
}

/**
 * A crash of this process must not put keys on the disk. Chromium makes its sandboxed children
 * undumpable itself and no crash reporter is started; Windows and macOS write nothing unasked.
 */
export function forbidCoreDump(pid: number = process.pid): void {
  if (process.platform !== 'linux') return
  // Of util-linux, which every distribution installs; where it is missing the system's own limit holds.
  execFile('/usr/bin/prlimit', ['--pid', String(pid), '--core=0:0'], () => {})
}
