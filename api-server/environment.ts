import { z } from 'zod'
import { batasUkuranBerkas } from '@meja/core/api/dokumen.ts'
import { Surel } from '@meja/core/domain/kontak.ts'

/** Everything the server takes from outside, with meaning and default. No secret has a default. */
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

const Isi = z.object({
  /** Address to listen on; loopback unless a proxy stands in front. */
  HOST: z.string().default('127.0.0.1'),
  /** 0 takes any free port. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3030),
  /** How browsers and desktops reach this server; the OpenID Connect issuer is `<PUBLIC_URL>/oidc`. */
  PUBLIC_URL: z.url().transform((alamat) => alamat.replace(/\/$/, '')),
  /** Connection of the application role `meja_app`, which owns nothing. */
  DATABASE_URL: z.url(),
  /** Connection of the role of jobs, `meja_tugas`; without it this node runs none. */
  TUGAS_DATABASE_URL: z.url().optional(),
  /** Most connections to PostgreSQL. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  /** Folder of the content-addressed scans, and of uploads that are under way. */
  FILES_DIR: z.string().min(1),
  /** Bucket for the scans instead of the folder; the others say where it is and who may. */
  S3_BUCKET: z.string().min(3).optional(),
  S3_REGION: z.string().default('us-east-1'),
  /** A server other than Amazon's. */
  S3_ENDPOINT: z.url().optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** clamd, as `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`; without it nothing is scanned. */
  CLAMAV_URL: z.url({ protocol: /^(tcp|unix)$/ }).optional(),
  /**
   * Mail server for messages: `smtps://user:password@host`, or `smtp://` with STARTTLS, which only a
   * server on this very machine may lack. Without it messages wait.
   */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Address that messages come from. */
  SMTP_SENDER: Surel.optional(),
  /** Folder with the server's keys (oidc, kunci, faktor), readable by the server only. */
  SECRETS_DIR: z.string().min(1),
  /** Where the head of the audit chain is noted; best on another machine's disk. */
  AUDIT_ANCHOR_FILE: z.string().optional(),
  /** Largest upload in bytes. */
  MAX_FILE_BYTES: z.coerce.number().int().positive().default(batasUkuranBerkas),
  /** Attempts to sign in per account name and minute, before `terlalu_sering`. */
  SIGN_IN_PER_MINUTE: z.coerce.number().int().positive().default(10),
  /** Requests per account, endpoint and minute, before `terlalu_sering`. */
  REQUESTS_PER_MINUTE: z.coerce.number().int().positive().default(1200),
  /** Requests per network address and minute; an office behind one address has many desks. */
  REQUESTS_PER_MINUTE_PER_ADDRESS: z.coerce.number().int().positive().default(30_000),
  /** Folder of the built portal; without it there is no portal, only the API. */
  PORTAL_DIR: z.string().min(1).optional(),
  /** `ya` lets the portal run without TLS on this very machine: demo and tests, never an office. */
  PORTAL_TANPA_TLS: z.enum(['ya', 'tidak']).default('tidak'),
  /** A browser in which nothing was asked for so long has to sign in again. */
  PORTAL_IDLE_MINUTES: z.coerce.number().int().min(1).max(120).default(30),
  /** However busy: after so long the portal asks for the password again. */
  PORTAL_SESSION_MINUTES: z.coerce.number().int().min(5).max(1440).default(480),
  /** What the log tells; values of people are in none of the levels. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export const Environment = Isi.refine(
  ({ SMTP_URL, SMTP_SENDER }) => (SMTP_URL === undefined) === (SMTP_SENDER === undefined),
  { path: ['SMTP_SENDER'], error: 'SMTP_URL dan SMTP_SENDER diatur bersama-sama.' },
).refine(
  ({ PORTAL_DIR, PORTAL_TANPA_TLS, PUBLIC_URL }) =>
    PORTAL_DIR === undefined ||
    PUBLIC_URL.startsWith('https://') ||
    (PORTAL_TANPA_TLS === 'ya' && loopback.test(PUBLIC_URL)),
  {
    path: ['PUBLIC_URL'],
    error: 'Portal memerlukan https; PORTAL_TANPA_TLS=ya hanya untuk loopback.',
  },
)
export type Environment = z.infer<typeof Environment>
