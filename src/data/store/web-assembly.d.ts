// Node has WebAssembly, its types come with the browser's library only, and nothing else of that belongs here.
declare namespace WebAssembly {
  type Imports = Record<string, Record<string, unknown>>
  type Exports = Record<string, unknown>

  interface Instance {
    readonly exports: Exports
  }

  interface Memory {
    readonly buffer: ArrayBuffer
  }

  const Memory: { readonly prototype: Memory; new (descriptor: { initial: number }): Memory }

  function instantiate(bytes: Uint8Array, imports: Imports): Promise<{ readonly instance: Instance }>
}
