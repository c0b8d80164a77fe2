import {
  Button, createAll, ErrorSummary, NotificationBanner, ServiceNavigation, SkipLink
} from 'govuk-frontend'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')

createAll(Button)
createAll(ErrorSummary)
createAll(NotificationBanner)
createAll(ServiceNavigation)
createAll(SkipLink)

// Checks run in no fixed order: list the errors in the order of the fields on the page.
const list = document.querySelector('.govuk-error-summary__list')
if (list) {
  const place = item => document.getElementById(decodeURIComponent(item.querySelector('a')?.hash.slice(1) ?? ''))
  const items = [...list.children].map(item => ({ item, target: place(item) })).filter(entry => entry.target)
  items.sort((a, b) => a.target === b.target ? 0
    : a.target.compareDocumentPosition(b.target) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)
  for (const { item } of items) list.append(item)
}

// An error that belongs to a group of fields (a date) links to the group: go to its first field.
for (const link of document.querySelectorAll('.govuk-error-summary a[href^="#"]')) {
  link.addEventListener('click', event => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!target || target.matches('input, select, textarea, button')) return
    const field = target.querySelector('input:not([type=hidden]), select, textarea')
    if (!field) return
    event.preventDefault()
    target.closest('fieldset')?.scrollIntoView()
    field.focus({ preventScroll: true })
  })
}

// Show what is folded away when the page is printed, and fold it again afterwards.
let opened = []
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details:not([open])')]
  for (const details of opened) details.open = true
})
addEventListener('afterprint', () => {
  for (const details of opened) details.open = false
})

// Drafts: after a pause in typing, send the form to the address the page names. Without this
// script nothing is lost that the buttons of the form would have kept.
for (const status of document.querySelectorAll('[data-pontio-draft]')) {
  const form = status.closest('form')
  if (!form) continue
  let timer
  let dirty = false
  let sending = false

  const send = async () => {
    clearTimeout(timer)
    if (!dirty || sending) return
    dirty = false
    sending = true
    try {
      const body = new FormData(form)
      for (const [name, value] of [...body]) if (value instanceof File) body.delete(name)
      const answer = await fetch(status.dataset.pontioDraft, {
        method: 'POST', body: new URLSearchParams(body), credentials: 'same-origin', redirect: 'error', keepalive: true
      })
      if (!answer.ok) throw new Error(String(answer.status))
      const now = new Date()
      const time = String(now.getHours()).padStart(2, '0') + ':' + String(now.getMinutes()).padStart(2, '0')
      status.textContent = status.dataset.saved.replace('00:00', time)
    } catch {
      dirty = true
      status.textContent = status.dataset.failed
    } finally {
      sending = false
    }
  }

  form.addEventListener('input', () => {
    dirty = true
    clearTimeout(timer)
    timer = setTimeout(send, 4000)
  })
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    dirty = false
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') send()
  })
}
