// `npm run build`: from static/styles and node_modules to static/built, which is never committed.
//
//   main.css              our pages, over govuk-frontend, compressed
//   page.js               our one script, and govuk-frontend.min.js that it imports
//   fonts/                Source Sans 3: variable for the web, static cuts for PDFs
//   axe.min.js            for the browser tests only, where it is installed
//
// Everything is written to a folder beside it and put in place at the end, so that a build that
// fails leaves the last good one.

import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import * as sass from "sass"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const modules = join(root, "node_modules")
const built = join(root, "static", "built")
const fresh = `${built}.${process.pid}`

mkdirSync(join(fresh, "fonts"), { recursive: true })

const sheet = sass.compile(join(root, "static", "styles", "main.scss"), {
  style: "compressed",
  loadPaths: [modules],
  quietDeps: true,
})
if (/GDS Transport|crest|crown/i.test(sheet.css)) {
  throw new Error("The style sheet names a typeface or an emblem that only gov.uk may use.")
}
writeFileSync(join(fresh, "main.css"), sheet.css)

cpSync(join(root, "static", "scripts", "page.js"), join(fresh, "page.js"))
cpSync(
  join(modules, "govuk-frontend/dist/govuk/govuk-frontend.min.js"),
  join(fresh, "govuk-frontend.min.js"),
)

// Latin and Latin Extended hold every letter of Welsh and English, ŵ and ŷ among them.
const wanted = {
  "@fontsource-variable/source-sans-3": /^source-sans-3-latin(-ext)?-wght-(normal|italic)\.woff2$/,
  "@fontsource/source-sans-3": /^source-sans-3-latin(-ext)?-(400|600|700)-(normal|italic)\.woff2$/,
}
for (const [name, pattern] of Object.entries(wanted)) {
  const files = join(modules, name, "files")
  for (const file of readdirSync(files).filter((file) => pattern.test(file))) {
    cpSync(join(files, file), join(fresh, "fonts", file))
  }
  cpSync(join(modules, name, "LICENSE"), join(fresh, "fonts", "OFL.txt"))
}

const axe = join(modules, "axe-core/axe.min.js")
if (existsSync(axe)) cpSync(axe, join(fresh, "axe.min.js"))

rmSync(built, { recursive: true, force: true })
renameSync(fresh, built)
console.log(`Built static/built (style sheet ${Math.round(sheet.css.length / 1024)} kB).`)
