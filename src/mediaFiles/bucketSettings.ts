import { addressFrom, choiceFrom, invalidSetting, type Environment } from '../environment'

/** Where uploaded files lie in an object store that speaks the S3 protocol. */
export type BucketSettings = {
  bucket: string
  region: string
  /** Address of the store; Amazon's own by default. */
  endpoint?: string
  /** Without them the SDK looks where programs on Amazon's machines find them. */
  credentials?: { accessKeyId: string; secretAccessKey: string }
  /** Whether the bucket is named in the path, as most stores but Amazon's want it. */
  hasPathStyle: boolean
  /** What each key begins with; empty or ending with `/`. */
  prefix: string
}

/**
 * Reads `S3_*`; without `S3_BUCKET` files lie in `MEDIA_DIR`.
 * @throws Error `setting-invalid: …` naming the variable and what it takes
 */
export const bucketSettings = (
  environment: Environment = process.env,
): BucketSettings | undefined => {
  const bucket = environment.S3_BUCKET
  if (!bucket) return undefined
  const endpoint = addressFrom(environment, 'S3_ENDPOINT', 'https://s3.example.com')
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = environment
  if (Boolean(accessKeyId) !== Boolean(secretAccessKey)) {
    const missing = accessKeyId ? 'S3_SECRET_ACCESS_KEY' : 'S3_ACCESS_KEY_ID'
    throw invalidSetting(missing, undefined, 'both halves of the key, or neither')
  }
  const folder = (environment.S3_PREFIX ?? '').replace(/^\/+|\/+$/g, '')
  const style = choiceFrom(
    environment,
    'S3_PATH_STYLE',
    endpoint ? ['true', 'false'] : ['false', 'true'],
  )
  return {
    bucket,
    region: environment.S3_REGION || 'us-east-1',
    ...(endpoint && { endpoint: endpoint.href }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    hasPathStyle: style === 'true',
    prefix: folder ? `${folder}/` : '',
  }
}
