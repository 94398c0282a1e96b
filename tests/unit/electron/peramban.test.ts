import { describe, expect, it, vi } from 'vitest'
import { createOpenPeramban, isAlamatPeramban } from '../../../electron/peramban.ts'

describe("the system's browser", () => {
  it.each([
    'https://meja.contoh.go.id/oidc/auth?client_id=meja-desktop',
    'http://127.0.0.1:3030/oidc/auth',
    'http://localhost:3030/oidc/auth',
    'HTTPS://meja.contoh.go.id/',
  ])('opens %s', (alamat) => {
    expect(isAlamatPeramban(alamat)).toBe(true)
  })

  it.each([
    'http://meja.contoh.go.id/oidc/auth',
    'http://127.0.0.1.contoh.invalid/',
    'file:///etc/passwd',
    'file://komputer-lain/berbagi',
    '\\\\komputer-lain\\berbagi\\x.exe',
    '//komputer-lain/berbagi',
    'ms-msdt:/id PCWDiagnostic',
    'search-ms:query=x',
    'ms-officecmd:{}',
    'javascript:alert(1)',
    'data:text/html,x',
    'app://meja/desktop.html',
    'smb://komputer-lain/berbagi',
    'https://pengguna:sandi@contoh.invalid/',
    ' ',
    '',
    'https:',
  ])('is not asked to open %j', async (alamat) => {
    const open = vi.fn<(alamat: string) => Promise<void>>(async () => {})
    await expect(createOpenPeramban(open)(alamat)).rejects.toThrow('ditolak')
    expect(open).not.toHaveBeenCalled()
  })

  it('is handed the address as it will be read', async () => {
    const open = vi.fn<(alamat: string) => Promise<void>>(async () => {})
    await createOpenPeramban(open)('https:\\\\meja.contoh.go.id\\oidc')
    expect(open).toHaveBeenCalledWith('https://meja.contoh.go.id/oidc')
  })
})
