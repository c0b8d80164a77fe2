// Builds src/main/resources/static/assets. Run with "npm ci && npm run build"; the result is committed.
import { compile } from 'sass'
import { build } from 'esbuild'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const out = join(here, '..', 'resources', 'static', 'assets')
const check = process.argv.includes('--check')
const changed = []

function emit (name, content) {
  const file = join(out, name)
  if (check) {
    if (!existsSync(file) || readFileSync(file).compare(Buffer.from(content)) !== 0) changed.push(name)
  } else {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

const css = compile(join(here, 'pontio.scss'), {
  loadPaths: [join(here, 'node_modules')], style: 'compressed', quietDeps: true
}).css
for (const banned of ['GDS Transport', 'govuk-crest', '1d70b8', 'data:']) {
  if (css.includes(banned)) throw new Error('The style sheet must not contain ' + banned)
}
emit('pontio.css', css + '\n')

const js = await build({
  entryPoints: [join(here, 'pontio.mjs')],
  bundle: true, minify: true, format: 'esm', target: 'es2020', write: false, legalComments: 'none'
})
emit('pontio.js', js.outputFiles[0].contents)

const font = join(here, 'node_modules', '@fontsource', 'atkinson-hyperlegible-next')
for (const subset of ['latin', 'latin-ext']) {
  for (const weight of ['400', '700']) {
    const name = `atkinson-hyperlegible-next-${subset}-${weight}-normal.woff2`
    emit('fonts/' + name, readFileSync(join(font, 'files', name)))
  }
}
emit('favicon.svg', readFileSync(join(here, 'favicon.svg')))

const govuk = join(here, 'node_modules', 'govuk-frontend')
const mit = readFileSync(join(here, 'govuk-frontend-licence.txt'), 'utf8')
emit('LICENCES.txt', [
  'pontio.css and pontio.js contain parts of GOV.UK Frontend ' +
    JSON.parse(readFileSync(join(govuk, 'package.json'), 'utf8')).version + ' under this licence:\n\n' + mit,
  'The files in fonts/ are Atkinson Hyperlegible Next under this licence:\n\n' +
    readFileSync(join(font, 'LICENSE'), 'utf8')
].join('\n\n' + '='.repeat(78) + '\n\n') + '\n')

if (changed.length) {
  console.error('Not up to date: ' + changed.join(', '))
  process.exitCode = 1
} else {
  console.log(check ? 'Assets are up to date.' : 'Built ' + out.split('/').slice(-3).join('/'))
}
