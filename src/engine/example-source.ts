import type { ExampleSource } from '#application/example/example-source.ts'
import agencyData from '#resources/example/agency.json' with { type: 'json' }
import namesData from '#resources/example/names.json' with { type: 'json' }
import rolesData from '#resources/example/roles.json' with { type: 'json' }

/** The lists of the example agency, as bundled with the engine. */
export const exampleSource = { ...agencyData, ...rolesData, names: namesData } as unknown as ExampleSource
