import { z } from 'zod'

const Potongan = z.base64url().min(1).max(20_000)
const Tambahan = z.looseObject({})

/** What a browser answers when somebody signs in with a passkey (WebAuthn, section 5.2.2). */
export const BuktiPasskey = z.object({
  id: Potongan.max(1400),
  rawId: Potongan.max(1400),
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: Potongan,
    authenticatorData: Potongan,
    signature: Potongan,
    userHandle: Potongan.optional(),
  }),
  clientExtensionResults: Tambahan,
})
export type BuktiPasskey = z.infer<typeof BuktiPasskey>

/** What a browser answers when it has made a passkey (section 5.2.1). */
export const PasskeyBaru = z.object({
  id: Potongan.max(1400),
  rawId: Potongan.max(1400),
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: Potongan,
    attestationObject: Potongan,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
  clientExtensionResults: Tambahan,
})
export type PasskeyBaru = z.infer<typeof PasskeyBaru>
