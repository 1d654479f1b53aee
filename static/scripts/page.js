// The one script of the pages. Every page works without it; with it things become quicker.

import {
  Button,
  CharacterCount,
  ErrorSummary,
  FileUpload,
  PasswordInput,
  SkipLink,
  createAll,
} from "./govuk-frontend.min.js"

document.body.classList.add("js-enabled", "govuk-frontend-supported")

for (const part of [
  Button,
  CharacterCount,
  ErrorSummary,
  FileUpload,
  PasswordInput,
  SkipLink,
]) {
  createAll(part)
}

// What was just done is announced: the reader is moved to it, unless something is wrong below.
if (!document.querySelector(".govuk-error-summary")) document.querySelector(".said")?.focus()

// A choice that opens further questions: <input data-opens="id id">; a part that several choices
// open stands open while one of them is chosen. Not govuk-frontend's own, which puts aria-expanded on
// a radio button, where it is not allowed.
const openers = new Map()
for (const input of document.querySelectorAll("input[data-opens]")) {
  for (const id of input.dataset.opens.split(" ")) {
    openers.set(id, [...(openers.get(id) ?? []), input])
  }
}
for (const [id, inputs] of openers) {
  const part = document.getElementById(id)
  const kind = inputs[0].type === "radio" ? "govuk-radios" : "govuk-checkboxes"
  const settle = () =>
    part.classList.toggle(`${kind}__conditional--hidden`, !inputs.some((each) => each.checked))
  for (const each of document.getElementsByName(inputs[0].name)) {
    each.addEventListener("change", settle)
  }
  addEventListener("pageshow", settle)
  settle()
}

// A list that can be narrowed while typing: <input data-filter="id-of-list">. The list's children
// are shown or hidden; the count is announced in [data-filter-count="id-of-list"].
for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false
for (const input of document.querySelectorAll("input[data-filter]")) {
  // Inside a form it is no answer: return does not send the form, and typing is not a change of it.
  input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault())
  input.addEventListener("input", (event) => event.stopPropagation())
  const list = document.getElementById(input.dataset.filter)
  const count = document.querySelector(`[data-filter-count="${input.dataset.filter}"]`)
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  const narrow = () => {
    const wanted = plain(input.value).split(/\s+/).filter(Boolean)
    let shown = 0
    for (const row of list.children) {
      const words = plain(row.textContent)
      // What is ticked stays in sight.
      row.hidden = !wanted.every((word) => words.includes(word)) && !row.querySelector(":checked")
      shown += row.hidden ? 0 : 1
    }
    if (count) count.textContent = shown
  }
  input.addEventListener("input", narrow)
  if (input.value) narrow()
}

// Folds open for paper, and close again.
let opened = []
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll(".page details:not([open])")]
  for (const fold of opened) fold.open = true
})
addEventListener("afterprint", () => {
  for (const fold of opened) fold.open = false
})

for (const button of document.querySelectorAll("[data-prints]")) {
  button.hidden = false
  button.addEventListener("click", () => print())
}

// Text typed and not yet sent is not lost by a slip: the browser asks before it leaves.
for (const form of document.querySelectorAll("form[data-keeps]")) {
  let typed = false
  form.addEventListener("input", () => (typed = true))
  form.addEventListener("submit", () => (typed = false))
  addEventListener("beforeunload", (event) => typed && event.preventDefault())
}

// A long form saves itself while it is written: <form data-saves-itself>. The server answers with the
// version that now stands and a new key; if somebody else saved first, it is left to the button.
for (const form of document.querySelectorAll("form[data-saves-itself]")) {
  const EVERY = 2 * 60 * 1000
  const told = form.querySelector("[data-saved]")
  let changed = false
  let busy = false
  const save = async () => {
    if (!changed || busy) return
    busy = true
    changed = false
    try {
      const headers = { "X-Saves-Itself": "yes" }
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers })
      if (!answer.ok) throw new Error(answer.status)
      const { version, key, said } = await answer.json()
      form.elements.version.value = version
      form.elements.key.value = key
      told.textContent = said
    } catch {
      told.textContent = ""
      changed = true
    }
    busy = false
  }
  form.addEventListener("input", () => (changed = true))
  form.addEventListener("submit", () => (changed = false))
  document.addEventListener("visibilitychange", () => document.hidden && save())
  setInterval(save, EVERY)
}

// Nobody is signed out without being told. The notice comes five minutes before; typing counts as
// being here, and so does another tab: what they share is only the moment at which the session ends.
// No text is put into the browser's storage: a shared computer must keep no word of a case.
const notice = document.getElementById("still-here")
if (notice) keepSignedIn(notice)

function keepSignedIn(notice) {
  const SHARED = "signed-in-until"
  const WORTH_ASKING = 5 * 60 * 1000 // typing is reported no more often
  const form = notice.querySelector("form")
  const warnedAt = notice.dataset.warnedAt * 1000
  const part = (name) => notice.querySelector(`[${name}]`)
  let until = 0
  let asked = 0
  let before = null // what had the focus

  function agreed(left) {
    asked = Date.now()
    until = asked + left * 1000
    try {
      localStorage.setItem(SHARED, until)
    } catch {
      // Storage is off: each tab then counts for itself.
    }
    look()
  }

  function look() {
    const left = until - Date.now()
    if (left > warnedAt) return hide()
    const over = left <= 0
    form.hidden = over
    notice.querySelector("[data-when=over]").hidden = !over
    const minutes = Math.min(Math.max(Math.floor(left / 60000 + 0.1), 0), 5)
    for (const word of notice.querySelectorAll("[data-minutes]")) {
      word.hidden = Number(word.dataset.minutes) !== minutes
    }
    if (!notice.hidden) return
    notice.hidden = false
    // Who is typing is not torn away: the words are announced all the same.
    if (document.activeElement?.matches("input, textarea, select")) return
    before = document.activeElement
    notice.focus()
  }

  function hide() {
    if (notice.hidden) return
    const inside = notice.contains(document.activeElement)
    notice.hidden = true
    part("data-unreached").hidden = true
    if (inside) (before?.isConnected ? before : document.getElementById("main"))?.focus()
  }

  async function ask() {
    asked = Date.now()
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) })
    if (!answer.ok) {
      until = 0 // for this tab: another may have signed in anew
      return look()
    }
    const { left } = await answer.json()
    part("data-final").hidden = left * 1000 > warnedAt
    agreed(left)
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault()
    ask().catch(() => (part("data-unreached").hidden = false))
  })
  addEventListener("input", () => {
    if (Date.now() - asked > WORTH_ASKING && until > Date.now()) ask().catch(() => {})
  })
  addEventListener("storage", (event) => {
    if (event.key !== SHARED || !event.newValue) return
    until = Number(event.newValue)
    look()
  })
  document.addEventListener("visibilitychange", look)
  setInterval(look, 5000)
  agreed(Number(notice.dataset.left))
}
