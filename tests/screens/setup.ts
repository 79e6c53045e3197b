import { configure } from '@testing-library/react'

// The first screen of a file pays for loading everything; a busy machine takes longer for it than the default second.
configure({ asyncUtilTimeout: 10_000 })

// A page without layout has an observer that never tells of anything: better none at all.
Reflect.deleteProperty(globalThis, 'IntersectionObserver')
