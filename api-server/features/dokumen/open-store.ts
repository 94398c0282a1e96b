import type { Environment } from '../../environment.ts'
import { FileStore } from './file-store.ts'
import { CheckedStore } from './object-store.ts'
import { S3Store } from './s3-store.ts'

/** The store that the environment names: a bucket when there is one, else the folder. */
export function openStore(environment: Environment): CheckedStore {
  const {
    S3_BUCKET: bucket,
    S3_REGION: region,
    S3_ENDPOINT: endpoint,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = environment
  if (bucket === undefined) return new CheckedStore(new FileStore(environment.FILES_DIR))
  const credentials =
    accessKeyId !== undefined && secretAccessKey !== undefined
      ? { accessKeyId, secretAccessKey }
      : undefined
  return new CheckedStore(new S3Store({ bucket, region, endpoint, credentials }))
}
