import { z } from 'zod'
import type { Peran } from '@meja/core/domain/peran.ts'
import { jalurUnggah } from '@meja/core/api/dokumen.ts'
import { UnggahanId } from '@meja/core/api/objek.ts'
import { runAs } from '../../../database/identity.ts'
import { MejaError } from '../../../meja-error.ts'
import type { Api } from '../../../plugins/endpoint.ts'
import type { UploadRoom } from './upload-room.ts'

const jarakBersih = 3_600_000

/**
 * The one place outside the contract's endpoints, because tus has methods and statuses of its own.
 * Token, role and size are asked for as everywhere else; what was sent becomes a document through
 * postDokumenUnggahan only.
 */
export function registerTus(api: Api, roles: readonly Peran[], uploads: UploadRoom): void {
  void api.app.register((app, _, selesai) => {
    // The bytes go to tus as they come.
    app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => {
      done(null)
    })
    app.route<{ Params: { unggahanId?: string } }>({
      method: ['POST', 'HEAD', 'PATCH', 'DELETE'],
      url: `${jalurUnggah}/:unggahanId?`,
      schema: { hide: true, params: z.object({ unggahanId: UnggahanId.optional() }) },
      async handler(request, reply) {
        const pembawa = await api.authenticate(request)
        const { akunId } = pembawa
        if (!api.allowance.tryOnce(`${akunId} unggah`)) throw new MejaError('terlalu_sering')
        await runAs(api.database, pembawa, { roles, tanpaPakta: false }, async () => {})
        const { unggahanId } = request.params
        if ((request.method === 'POST') !== (unggahanId === undefined))
          throw new MejaError('permintaan_tidak_sah')
        if (unggahanId === undefined) await uploads.checkJumlah(akunId)
        else await uploads.checkPemilik(akunId, unggahanId)
        reply.hijack()
        await uploads.handle({ akunId, idPermintaan: request.id }, request.raw, reply.raw)
      },
    })
    const bersih = setInterval(() => {
      uploads.removeKedaluwarsa().catch((error: unknown) => {
        app.log.error({ sebab: error instanceof Error ? error.name : '' }, 'unggahan lama')
      })
    }, jarakBersih).unref()
    app.addHook('onClose', () => clearInterval(bersih))
    selesai()
  })
}
