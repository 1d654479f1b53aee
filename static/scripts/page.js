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

// A choice that opens further questions: <input data-opens="id">. Not govuk-frontend's own, which
// puts aria-expanded on a radio button, where it is not allowed.
for (const input of document.querySelectorAll("input[data-opens]")) {
  const part = document.getElementById(input.dataset.opens)
  const kind = input.type === "radio" ? "govuk-radios" : "govuk-checkboxes"
  const settle = () => part.classList.toggle(`${kind}__conditional--hidden`, !input.checked)
  for (const each of document.getElementsByName(input.name)) {
    each.addEventListener("change", settle)
  }
  addEventListener("pageshow", settle)
  settle()
}

// A list that can be narrowed while typing: <input data-filter="id-of-list">. The list's children
// are shown or hidden; the count is announced in [data-filter-count="id-of-list"].
for (const input of document.querySelectorAll("input[data-filter]")) {
  const list = document.getElementById(input.dataset.filter)
  const count = document.querySelector(`[data-filter-count="${input.dataset.filter}"]`)
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  const narrow = () => {
    const wanted = plain(input.value).split(/\s+/).filter(Boolean)
    let shown = 0
    for (const row of list.children) {
      const words = plain(row.textContent)
      row.hidden = !wanted.every((word) => words.includes(word))
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
