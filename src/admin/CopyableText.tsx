'use client'
import { Button, toast } from '@payloadcms/ui'

/** A text that is there to be copied, with the words around it. */
export const CopyableText = ({
  id,
  value,
  label,
  copy,
  copied,
  failed,
}: {
  id: string
  value: string
  label: string
  copy: string
  copied: string
  /** Said where the browser doesn't let the page copy. */
  failed: string
}) => {
  const onCopy = (): void => {
    // Browsers give a page without HTTPS no clipboard.
    const written =
      navigator.clipboard?.writeText(value) ?? Promise.reject(new Error('no clipboard'))
    written.then(
      () => toast.success(copied),
      () => toast.error(failed),
    )
  }
  return (
    <div className="galley-row">
      <input
        id={id}
        className="galley-input galley-link"
        readOnly
        value={value}
        aria-label={label}
        onFocus={({ target }) => target.select()}
      />
      <Button margin={false} size="small" onClick={onCopy}>
        {copy}
      </Button>
    </div>
  )
}
