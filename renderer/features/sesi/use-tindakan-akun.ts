import { computed, ref, shallowRef } from 'vue'
import {
  changeKontak,
  changeSandi,
  removePasskey,
  removeTotp,
  renewCadangan,
  savePasskey,
  startPasskey,
  startTotp,
  type BuktiPemilik,
} from '@meja/core/api/keamanan.ts'
import { ApiError } from '../../app/api-error.ts'
import { callEndpoint } from '../../app/api.ts'
import { makePasskey } from './passkey-peramban.ts'

/** What the owner can do to the own account; each asks first who is there. */
export type TindakanAkun =
  | { readonly jenis: 'sandi' }
  | { readonly jenis: 'kontak' }
  | { readonly jenis: 'totp' }
  | { readonly jenis: 'hapusTotp' }
  | { readonly jenis: 'passkey' }
  | { readonly jenis: 'hapusPasskey'; readonly id: string; readonly nama: string }
  | { readonly jenis: 'cadangan' }

export type IsianAkun = {
  sandi: string
  ulang: string
  surel: string
  nomorHp: string
  nama: string
}

export const isianKosong: IsianAkun = { sandi: '', ulang: '', surel: '', nomorHp: '', nama: '' }

/** One change of the own account at a time, from the question to what came of it. */
export function useTindakanAkun(setelah: () => Promise<void>) {
  const tindakan = shallowRef<TindakanAkun | null>(null)
  const isian = ref<IsianAkun>({ ...isianKosong })
  const sibuk = ref(false)
  const ditolak = shallowRef<ApiError | null>(null)
  /** The secret of an app that waits for its first code. */
  const totpBaru = shallowRef<{ uri: string; rahasia: string } | null>(null)
  /** Shown once. */
  const cadangan = shallowRef<readonly string[]>([])
  const kabar = ref<'sandi' | 'kontak' | 'surel' | null>(null)

  const lengkap = computed(() => {
    const { sandi, ulang, surel, nomorHp, nama } = isian.value
    if (tindakan.value?.jenis === 'sandi') return sandi.length > 0 && sandi === ulang
    if (tindakan.value?.jenis === 'kontak') return surel !== '' && nomorHp !== ''
    return tindakan.value?.jenis !== 'passkey' || nama.trim() !== ''
  })

  function ask(baru: TindakanAkun, awal: Partial<IsianAkun> = {}): void {
    isian.value = { ...isianKosong, ...awal }
    ditolak.value = null
    kabar.value = null
    tindakan.value = baru
  }

  async function send(kini: TindakanAkun, bukti: BuktiPemilik): Promise<void> {
    const { sandi, surel, nomorHp, nama } = isian.value
    const body = { bukti }
    switch (kini.jenis) {
      case 'sandi':
        await callEndpoint(changeSandi, { body: { bukti, kataSandi: sandi } })
        kabar.value = 'sandi'
        return
      case 'kontak':
        await callEndpoint(changeKontak, { body: { bukti, surel, nomorHp } })
        kabar.value = 'kontak'
        return
      case 'totp':
        totpBaru.value = await callEndpoint(startTotp, { body })
        return
      case 'hapusTotp':
        await callEndpoint(removeTotp, { body })
        return
      case 'passkey': {
        const { pilihan } = await callEndpoint(startPasskey, { body })
        const jawaban = await makePasskey(pilihan)
        const hasil = await callEndpoint(savePasskey, { body: { jawaban, nama: nama.trim() } })
        cadangan.value = hasil.kodeCadangan
        return
      }
      case 'hapusPasskey':
        await callEndpoint(removePasskey, { params: { passkeyId: kini.id }, body })
        return
      case 'cadangan':
        cadangan.value = (await callEndpoint(renewCadangan, { body })).kodeCadangan
    }
  }

  /** `buktikan` gives the proof; its refusal is told like any other. */
  async function act(buktikan: () => BuktiPemilik | Promise<BuktiPemilik>): Promise<void> {
    const kini = tindakan.value
    if (kini === null || sibuk.value) return
    sibuk.value = true
    ditolak.value = null
    try {
      await send(kini, await buktikan())
      tindakan.value = null
      isian.value = { ...isianKosong }
      await setelah()
    } catch (error) {
      ditolak.value = error instanceof ApiError ? error : new ApiError('kesalahan_aplikasi')
    } finally {
      sibuk.value = false
    }
  }

  return { tindakan, isian, sibuk, ditolak, totpBaru, cadangan, kabar, lengkap, ask, act }
}
