// Writes resources/example/names.json from the Indonesian lists of @faker-js/faker (MIT), so that the app itself
// does not carry the library. Run by hand after an upgrade: node scripts/make-example-names.mjs
import { writeFileSync } from 'node:fs'
import { allLocales } from '@faker-js/faker'

const { first_name: first, last_name: last } = allLocales.id_ID.person
const plain = (names) => names.filter((name) => /^[A-Z][a-z]+$/.test(name))

const names = {
  source: '@faker-js/faker, locale id_ID, MIT licence, Copyright (c) 2022-2025 Faker',
  female: plain(first.female),
  male: plain(first.male),
  familyFemale: plain(last.female),
  familyMale: plain(last.male),
}
writeFileSync(new URL('../resources/example/names.json', import.meta.url), `${JSON.stringify(names, null, 1)}\n`)
