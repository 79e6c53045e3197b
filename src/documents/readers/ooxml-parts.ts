import { attributeOf, scanXml, XmlFault, type XmlHandlers } from './xml-scanner.ts'
import type { ZipContent } from './zip-guard.ts'

/** A link from one part of an Office file to another. `type` is the last word of its type, the same in both dialects. */
interface PartLink {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** The parts of an Office file by name, compared without case as the format demands. */
export interface OoxmlParts {
  readonly has: (name: string) => boolean
  /** Walks through a part; an absent part is walked as if it were empty. */
  readonly scan: (name: string, handlers: Partial<XmlHandlers>) => void
  /** Links of a part (`''` is the file itself). Links out of the file are left out: they are never followed. */
  readonly links: (name: string) => PartLink[]
}

export function ooxmlParts(zip: ZipContent): OoxmlParts {
  const byName = new Map([...zip.parts].map(([name, content]) => [name.toLowerCase(), content]))
  const names = new Set([...zip.names].map((name) => name.toLowerCase()))

  function scan(name: string, handlers: Partial<XmlHandlers>): void {
    const content = byName.get(name.toLowerCase())
    if (content === undefined) return
    scanXml(decodeXml(content), { open: ignore, close: ignore, text: ignore, ...handlers })
  }

  function links(name: string): PartLink[] {
    const slash = name.lastIndexOf('/') + 1
    const folder = name.slice(0, slash)
    const found: PartLink[] = []
    scan(`${folder}_rels/${name.slice(slash)}.rels`, {
      open: (element, attributes) => {
        if (element !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return
        const type = attributeOf(attributes, 'Type') ?? ''
        found.push({
          id: attributeOf(attributes, 'Id') ?? '',
          type: type.slice(type.lastIndexOf('/') + 1),
          target: resolveTarget(folder, attributeOf(attributes, 'Target') ?? ''),
        })
      },
    })
    return found
  }

  return { has: (name) => names.has(name.toLowerCase()), scan, links }
}

function ignore(): void {}

function resolveTarget(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

/** XML parts are UTF-8, or UTF-16 with its mark. Bytes that are neither are damage. */
function decodeXml(content: Uint8Array): string {
  const utf16 = content[0] === 0xff && content[1] === 0xfe
  try {
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(content)
  } catch {
    throw new XmlFault('bytes outside the encoding')
  }
}
