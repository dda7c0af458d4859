export type SendAnswer =
  { isOk: true; id: string } | { isOk: false; isCancelled: boolean; message?: string }

export type Sending = { answer: Promise<SendAnswer>; cancel: () => void }

/** Sends a zip as the body of a request. Not by `fetch`, which tells nothing of how far an upload is. */
export const sendArchive = ({
  file,
  options,
  onProgress,
}: {
  file: File
  options: object
  onProgress: (percent: number) => void
}): Sending => {
  const request = new XMLHttpRequest()
  const query = new URLSearchParams({ name: file.name, options: JSON.stringify(options) })
  request.open('POST', `/api/import-runs/upload?${query.toString()}`)
  request.setRequestHeader('content-type', 'application/zip')
  request.responseType = 'json'
  request.upload.onprogress = ({ loaded, total }) =>
    onProgress(Math.floor((100 * loaded) / Math.max(1, total)))
  const answer = new Promise<SendAnswer>((resolve) => {
    request.onload = () => resolve(answerOf(request))
    request.onerror = () => resolve({ isOk: false, isCancelled: false })
    request.onabort = () => resolve({ isOk: false, isCancelled: true })
  })
  request.send(file)
  return { answer, cancel: () => request.abort() }
}

type Body = { id?: string; errors?: { message?: string }[] } | null

const answerOf = (request: XMLHttpRequest): SendAnswer => {
  const body: Body = request.response
  if (request.status < 400 && body?.id) return { isOk: true, id: body.id }
  return { isOk: false, isCancelled: false, message: body?.errors?.[0]?.message }
}
