import { describe, expect, it } from 'vitest'
import { nextTick, ref } from 'vue'
import type { BerkasTampil } from '../../../../renderer/ui/pindaian/berkas-tampil.ts'
import { useBidang } from '../../../../renderer/ui/pindaian/use-bidang.ts'

const berkas = (id: string, halaman = 1): BerkasTampil => ({
  id,
  judul: `${id}.pdf`,
  tipeMedia: 'application/pdf',
  halaman,
  sha256: id,
})
const depan = ({ bidang }: ReturnType<typeof useBidang>) =>
  bidang.value.map((satu) => `${satu.berkas.id} ${satu.tampilan.halaman}`)

describe('two documents at once', () => {
  const open = () => useBidang(() => [berkas('sk'), berkas('ijazah', 3)], null)

  it('begins with one, and puts the next one beside it', () => {
    const susunan = open()
    expect(depan(susunan)).toEqual(['sk 1'])
    susunan.toggleBerdampingan()
    expect(depan(susunan)).toEqual(['sk 1', 'ijazah 1'])
    expect(susunan.aktif.value?.berkas.id).toBe('ijazah')
  })

  it('puts two pages of the only document side by side', () => {
    const susunan = useBidang(() => [berkas('skp', 4)], null)
    susunan.toggleBerdampingan()
    expect(depan(susunan)).toEqual(['skp 1', 'skp 2'])
    susunan.switchSisi()
    susunan.pindah(1)
    susunan.pindah(1)
    expect(depan(susunan)).toEqual(['skp 3', 'skp 2'])
  })

  it('turns pages where the keys are, and never past the last', () => {
    const susunan = open()
    susunan.toggleBerdampingan()
    for (let kali = 0; kali < 5; kali += 1) susunan.pindah(1)
    expect(depan(susunan)).toEqual(['sk 1', 'ijazah 3'])
  })

  it('shows a place where its document lies already', () => {
    const susunan = open()
    susunan.toggleBerdampingan()
    susunan.switchSisi()
    susunan.openHalaman('ijazah', 2)
    expect(depan(susunan)).toEqual(['sk 1', 'ijazah 2'])
    expect(susunan.sisi.value).toBe(1)
  })

  it('goes back to one, and the keys mean that one', () => {
    const susunan = open()
    susunan.toggleBerdampingan()
    susunan.toggleBerdampingan()
    expect(depan(susunan)).toEqual(['sk 1'])
    expect(susunan.sisi.value).toBe(0)
  })

  it('lies after the lock as it lay before', () => {
    const susunan = open()
    susunan.toggleBerdampingan()
    susunan.pindah(1)
    const { aktif } = susunan
    if (aktif.value) aktif.value.tampilan.saringan = { ...aktif.value.tampilan.saringan, terang: 2 }
    const kembali = useBidang(
      () => [berkas('sk'), berkas('ijazah', 3)],
      structuredClone(susunan.take()),
    )
    expect(depan(kembali)).toEqual(['sk 1', 'ijazah 2'])
    expect(kembali.bidang.value[1]?.tampilan.saringan.terang).toBe(2)
  })

  it('forgets the documents of the case before', async () => {
    const semua = ref([berkas('sk', 2)])
    const susunan = useBidang(() => semua.value, null)
    susunan.pindah(1)
    semua.value = [berkas('lain')]
    await nextTick()
    expect(depan(susunan)).toEqual(['lain 1'])
    expect(
      susunan
        .take()
        .tampilan.flat()
        .map(({ id }) => id),
    ).toEqual(['lain'])
  })
})
