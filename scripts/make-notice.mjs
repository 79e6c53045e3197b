// Writes NOTICE.md: every package whose code or fonts are part of the built application, with its licence.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/project.mjs'

/** What the sources in src/ import; what these need comes along by itself. */
const shipped = [
  '@fontsource-variable/inter',
  '@fontsource-variable/noto-serif',
  '@mantine/core',
  '@mantine/hooks',
  '@mantine/notifications',
  '@mantine/spotlight',
  '@tabler/icons-react',
  '@tanstack/react-query',
  '@tanstack/react-router',
  'ag-grid-community',
  'ag-grid-react',
  'chart.js',
  'docx',
  'hucre',
  'i18next',
  'koffi',
  'papaparse',
  'react',
  'react-chartjs-2',
  'react-dom',
  'react-i18next',
  'sql.js',
  'zod',
]

const found = new Map()
for (const name of shipped) collect(name)
const lines = [...found.values()]
  .sort((a, b) => a.name.localeCompare(b.name))
  .map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`)
writeFileSync(
  join(root, 'NOTICE.md'),
  `# Third-party notices

Timbang is published under the MIT licence (see LICENSE). The built application contains the packages below, each under
its own licence; the full texts are in the packages. The fonts Inter and Noto Serif are under the SIL Open Font License
1.1. A packaged application also contains Electron (MIT) with Chromium and Node.js, whose notices lie beside the program
as \`LICENSES.chromium.html\`. The names of the example agency come from the lists of @faker-js/faker (MIT).

Written by \`node scripts/make-notice.mjs\`.

| Package | Version | Licence |
|---|---|---|
${lines.join('\n')}
`,
)

/** @param {string} name */
function collect(name) {
  const file = join(root, 'node_modules', name, 'package.json')
  if (found.has(name) || !existsSync(file)) return
  const { version, license, dependencies = {} } = JSON.parse(readFileSync(file, 'utf8'))
  found.set(name, { name, version, license: typeof license === 'string' ? license : 'see the package' })
  for (const needed of Object.keys(dependencies)) if (!needed.startsWith('@types/')) collect(needed)
}
