// Asks the browser for a passkey and posts what it signed. Without this script the pages say what
// works instead. Forms: data-passkey="create" or "get", data-options is where to ask what to sign.
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
const listed = (credentials) => credentials.map((one) => ({ ...one, id: bytes(one.id) }))

async function create(options) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: listed(options.excludeCredentials),
    },
  })
  const { clientDataJSON, attestationObject } = made.response
  return answer(made, {
    clientDataJSON: text(clientDataJSON),
    attestationObject: text(attestationObject),
    transports: made.response.getTransports?.() ?? [],
  })
}

async function get(options) {
  const used = await navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge) },
  })
  const { clientDataJSON, authenticatorData, signature, userHandle } = used.response
  return answer(used, {
    clientDataJSON: text(clientDataJSON),
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    userHandle: userHandle ? text(userHandle) : null,
  })
}

const answer = (credential, response) =>
  JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: {},
    response,
  })

/** Which of the page's sentences says what went wrong. */
function wordFor(error) {
  if (error.name === 'InvalidStateError') return 'known'
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return 'cancelled'
  if (error.name === 'NotSupportedError' || error.name === 'ConstraintError') return 'unsupported'
  return 'failed'
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const place = form.closest('[data-passkey-place]')
  const said = form.querySelector('[data-said]')
  const button = form.querySelector('button')
  if (!window.PublicKeyCredential) {
    place.querySelector('[data-without]').textContent = form.dataset.unsupported
    continue
  }
  place.querySelector('[data-without]').hidden = true
  form.hidden = false
  let asking = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!asking) void answer()
  })
  const answer = async () => {
    asking = true
    button.setAttribute('aria-disabled', 'true')
    said.textContent = form.dataset.waiting
    try {
      const asked = await fetch(form.dataset.options, {
        method: 'POST',
        body: new URLSearchParams(),
        credentials: 'same-origin',
      })
      // Sent elsewhere: the session is over, or its owner has to say who they are.
      if (asked.redirected) return location.assign(asked.url)
      if (!asked.ok) throw new Error(String(asked.status))
      const options = await asked.json()
      const signed = form.dataset.passkey === 'create' ? await create(options) : await get(options)
      form.elements.credential.value = signed
      form.submit()
    } catch (error) {
      said.textContent = form.dataset[wordFor(error)]
      asking = false
      button.removeAttribute('aria-disabled')
      button.focus()
    }
  }
}
