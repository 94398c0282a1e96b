// The passkeys of this browser, for the sign-in pages. Everything it needs stands in the form, and what
// the passkey answers goes back through it: the page asks nothing and stores nothing.
const formulir = document.querySelector('form[data-pilihan]')

/** @param {string} teks */
function toBytes(teks) {
  const biner = atob(teks.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(biner, (huruf) => huruf.codePointAt(0) ?? 0)
}

/** @param {ArrayBuffer | null | undefined} bytes */
function toTeks(bytes) {
  if (!bytes) return undefined
  const biner = Array.from(new Uint8Array(bytes), (satu) => String.fromCodePoint(satu)).join('')
  return btoa(biner).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function readPilihan() {
  const { challenge, user, allowCredentials, excludeCredentials, ...sisa } = JSON.parse(
    formulir.dataset.pilihan,
  )
  const daftar = (semua = []) => semua.map((satu) => ({ ...satu, id: toBytes(satu.id) }))
  return {
    ...sisa,
    challenge: toBytes(challenge),
    ...(user && { user: { ...user, id: toBytes(user.id) } }),
    ...(allowCredentials && { allowCredentials: daftar(allowCredentials) }),
    ...(excludeCredentials && { excludeCredentials: daftar(excludeCredentials) }),
  }
}

async function ask() {
  const publicKey = readPilihan()
  const daftar = formulir.dataset.aksi === 'daftar'
  const kunci = daftar
    ? await navigator.credentials.create({ publicKey })
    : await navigator.credentials.get({ publicKey })
  const { response } = kunci
  return {
    id: kunci.id,
    rawId: toTeks(kunci.rawId),
    type: kunci.type,
    clientExtensionResults: {},
    response: {
      clientDataJSON: toTeks(response.clientDataJSON),
      ...(daftar
        ? {
            attestationObject: toTeks(response.attestationObject),
            transports: response.getTransports?.() ?? [],
          }
        : {
            authenticatorData: toTeks(response.authenticatorData),
            signature: toTeks(response.signature),
            userHandle: toTeks(response.userHandle),
          }),
    },
  }
}

if (formulir && globalThis.PublicKeyCredential) {
  formulir.hidden = false
  for (const satu of document.querySelectorAll('[data-passkey]')) satu.hidden = false
  formulir.addEventListener('submit', async (peristiwa) => {
    peristiwa.preventDefault()
    const pesan = formulir.querySelector('.galat')
    pesan.hidden = true
    try {
      formulir.elements.passkey.value = JSON.stringify(await ask())
      formulir.submit()
    } catch {
      pesan.hidden = false
    }
  })
}
