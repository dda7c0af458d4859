// Runs in the built-in preview page, within the panel's live preview: after each save it puts the new draft in place,
// without losing the place where the editor reads. It follows Payload's protocol of live previews: "ready" to the panel,
// document events from it.
const { origin, href } = window.location
let isRefreshing = false
let isOutdated = false

const refresh = async () => {
  isOutdated = isRefreshing
  if (isRefreshing) return
  isRefreshing = true
  const answer = await fetch(href).catch(() => undefined)
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    document.querySelector('main').replaceWith(page.querySelector('main'))
  }
  isRefreshing = false
  if (isOutdated) await refresh()
}

if (window.parent !== window) {
  window.addEventListener('message', (event) => {
    if (event.origin === origin && event.data?.type === 'payload-document-event') void refresh()
  })
  window.parent.postMessage({ type: 'payload-live-preview', ready: true }, origin)
}
