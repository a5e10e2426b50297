/** `window.tailboard` in a browser: calls and uploads over HTTP, events over a stream. Sent as a file of its own. */
export const bridgeScript = `'use strict'
{
  const listeners = new Map()
  const events = new EventSource('/events')
  events.onmessage = (message) => {
    const [name, data] = JSON.parse(message.data)
    for (const listener of listeners.get(name) ?? []) listener(data)
  }
  const gone = { ok: false, problem: { kind: 'engine-gone' } }
  const post = (path, body) => fetch(path, { method: 'POST', body })
  window.tailboard = Object.freeze({
    platform: 'web',
    locale: navigator.language,
    call: (name, input) =>
      post('/call', JSON.stringify([name, input])).then((answer) => (answer.ok ? answer.json() : gone), () => gone),
    on(name, listener) {
      if (!listeners.has(name)) listeners.set(name, new Set())
      listeners.get(name).add(listener)
      return () => listeners.get(name).delete(listener)
    },
    cancel: (job) => void post('/cancel?job=' + job),
    async offerFiles(files) {
      const offered = []
      for (const file of files) {
        const answer = await post('/upload?name=' + encodeURIComponent(file.name), file)
        const token = answer.ok ? await answer.json() : null
        if (token) offered.push(token)
      }
      return offered
    },
    pickFiles: () => null,
    pickFolder: () => null,
    onCommand: () => () => {},
  })
}
`
