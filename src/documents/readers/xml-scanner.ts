import { importLimits, limitExceeded } from './limits.ts'

/** What a scan reports. Names come without their namespace prefix; `attributes` is raw, for {@link attributeOf}. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: string) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/** The XML is not well-formed, or holds a DTD. The reader turns it into a refusal that names the file. */
export class XmlFault extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'XmlFault'
  }
}

const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
const LONGEST_ENTITY = 10

/**
 * Walks through an XML text once, from tag to tag, in linear time. No DTD, hence no entities of the file's own and no
 * external ones; nesting is limited; every tag must be closed.
 */
export function scanXml(xml: string, handlers: XmlHandlers): void {
  const open: string[] = []
  let position = xml.charCodeAt(0) === 0xfeff ? 1 : 0
  let rootSeen = false
  while (position < xml.length) {
    const tag = xml.indexOf('<', position)
    scanText(xml.slice(position, tag === -1 ? xml.length : tag), open.length > 0, handlers)
    if (tag === -1) break
    const next = xml[tag + 1]
    if (next === '?') position = after(xml, '?>', tag)
    else if (next === '!') position = scanDeclaration(xml, tag, open.length > 0, handlers)
    else {
      if (rootSeen && open.length === 0) throw new XmlFault('more than one root element')
      rootSeen = true
      position = scanTag(xml, tag, open, handlers)
    }
  }
  if (!rootSeen || open.length > 0) throw new XmlFault('an element is not closed')
}

function scanText(raw: string, inside: boolean, handlers: XmlHandlers): void {
  if (raw === '') return
  if (inside) handlers.text(decodeText(raw))
  else if (raw.trim() !== '') throw new XmlFault('text outside the root element')
}

function scanDeclaration(xml: string, start: number, inside: boolean, handlers: XmlHandlers): number {
  if (xml.startsWith('<!--', start)) return after(xml, '-->', start + 4)
  if (inside && xml.startsWith('<![CDATA[', start)) {
    const end = after(xml, ']]>', start)
    handlers.text(oneLineEnd(xml.slice(start + 9, end - 3)))
    return end
  }
  throw new XmlFault('a DTD, or a declaration that does not belong here')
}

function scanTag(xml: string, start: number, open: string[], handlers: XmlHandlers): number {
  const end = tagEnd(xml, start)
  if (xml[start + 1] === '/') {
    const name = xml.slice(start + 2, end).trimEnd()
    if (open.pop() !== name) throw new XmlFault('a closing tag without its opening tag')
    handlers.close(localName(name))
    return end + 1
  }
  const selfClosing = xml[end - 1] === '/'
  const inner = xml.slice(start + 1, selfClosing ? end - 1 : end)
  const space = nameEnd(inner)
  const name = inner.slice(0, space)
  if (name === '') throw new XmlFault('a tag without a name')
  if (open.length >= importLimits.xmlDepth) throw limitExceeded('xml-depth')
  const local = localName(name)
  handlers.open(local, inner.slice(space))
  if (selfClosing) handlers.close(local)
  else open.push(name)
  return end + 1
}

function nameEnd(inner: string): number {
  let end = 0
  while (end < inner.length && !isSpace(inner.charCodeAt(end))) end += 1
  return end
}

/** The `>` that ends the tag: one inside a quoted attribute does not count. */
function tagEnd(xml: string, start: number): number {
  let end = xml.indexOf('>', start)
  let quote = nextQuote(xml, start, end)
  while (end !== -1 && quote !== -1) {
    const closing = xml.indexOf(xml[quote] === '"' ? '"' : "'", quote + 1)
    if (closing === -1) throw new XmlFault('an attribute is not closed')
    if (closing > end) end = xml.indexOf('>', closing)
    quote = nextQuote(xml, closing + 1, end)
  }
  if (end === -1) throw new XmlFault('a tag is not closed')
  return end
}

function nextQuote(xml: string, from: number, end: number): number {
  for (let index = from; index < end; index += 1) {
    const code = xml.charCodeAt(index)
    if (code === 0x22 || code === 0x27) return index
  }
  return -1
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  if (found === -1) throw new XmlFault(`no ${mark}`)
  return found + mark.length
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

/**
 * The value of one attribute, decoded, or null. `name` is compared with the name as written first and without its prefix
 * second, so `id` also finds `r:id`.
 */
export function attributeOf(attributes: string, name: string): string | null {
  let position = 0
  let prefixed: string | null = null
  while (position < attributes.length) {
    const equals = attributes.indexOf('=', position)
    const quote = equals === -1 ? -1 : nextQuote(attributes, equals, attributes.length)
    const closing = quote === -1 ? -1 : attributes.indexOf(attributes[quote] === '"' ? '"' : "'", quote + 1)
    if (closing === -1) break
    const key = attributeName(attributes, position, equals, name)
    if (key === 'same') return decodeText(attributes.slice(quote + 1, closing))
    if (key === 'prefixed') prefixed = attributes.slice(quote + 1, closing)
    position = closing + 1
  }
  return prefixed === null ? null : decodeText(prefixed)
}

/** Compares the name before an equals sign without cutting it out: this runs several times for every cell. */
function attributeName(attributes: string, from: number, equals: number, name: string): 'same' | 'prefixed' | 'other' {
  let start = from
  let end = equals
  while (start < end && isSpace(attributes.charCodeAt(start))) start += 1
  while (end > start && isSpace(attributes.charCodeAt(end - 1))) end -= 1
  const nameStart = end - name.length
  if (nameStart < start || !attributes.startsWith(name, nameStart)) return 'other'
  if (nameStart === start) return 'same'
  return attributes[nameStart - 1] === ':' ? 'prefixed' : 'other'
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d
}

function decodeText(raw: string): string {
  const text = oneLineEnd(raw)
  let ampersand = text.indexOf('&')
  if (ampersand === -1) return text
  let decoded = ''
  let position = 0
  while (ampersand !== -1) {
    const end = text.indexOf(';', ampersand)
    if (end === -1 || end - ampersand > LONGEST_ENTITY) throw new XmlFault('an entity is not closed')
    decoded += text.slice(position, ampersand) + decodeEntity(text.slice(ampersand + 1, end))
    position = end + 1
    ampersand = text.indexOf('&', position)
  }
  return decoded + text.slice(position)
}

function decodeEntity(name: string): string {
  const named = NAMED_ENTITIES.get(name)
  if (named !== undefined) return named
  const digits = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name)
  const code = digits?.[1] === undefined ? Number(digits?.[2] ?? 'NaN') : Number.parseInt(digits[1], 16)
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) throw new XmlFault('an unknown entity')
  return String.fromCodePoint(code)
}

/** XML reads every line end as a line feed. */
function oneLineEnd(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
