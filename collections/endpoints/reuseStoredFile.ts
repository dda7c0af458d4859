import { createHash } from 'node:crypto'
import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { writesAs } from '../access/roles'

/**
 * `POST /api/media`: an upload of bytes that are already stored answers with the stored document (`duplicate: true`)
 * and makes no second copy. It stands before Payload's own endpoint of the same path.
 */
export const reuseStoredFile: Endpoint = {
  path: '/',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const stored = writesAs(req.user) && req.file ? await findByContent(req.file.data) : undefined
    if (stored) {
      return Response.json({
        doc: stored,
        duplicate: true,
        message:
          req.i18n.language === 'zh'
            ? '该文件已在媒体库中。'
            : 'This file is already in the library.',
      })
    }
    const doc = await req.payload.create({
      collection: 'media',
      data: req.data ?? {},
      file: req.file,
      depth: Number(req.query.depth ?? 1),
      overrideAccess: false,
      req,
    })
    return Response.json(
      { doc, message: req.t('general:successfullyCreated', { label: 'Media' }) },
      { status: 201 },
    )

    async function findByContent(bytes: Buffer) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const found = await req.payload.db.findOne<{ id: string }>({
        collection: 'media',
        where: { sha256: { equals: sha256 } },
        select: {},
        req,
      })
      return (
        found &&
        req.payload.findByID({ collection: 'media', id: found.id, overrideAccess: false, req })
      )
    }
  },
}
