import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '#main/content-security-policy.ts'

describe('contentSecurityPolicy', () => {
  const directives = new Map(
    contentSecurityPolicy('abc')
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)] as const),
  )

  it('starts from nothing and names every exception', () => {
    expect(directives.get('default-src')).toEqual(["'none'"])
    expect(directives.get('script-src')).toEqual(["'self'"])
    expect(directives.get('style-src')).toEqual(["'self'", "'nonce-abc'"])
    expect(directives.get('frame-src')).toEqual(['app://preview'])
  })

  it('allows neither code from text nor any place on a network', () => {
    for (const [name, sources] of directives) {
      for (const source of sources) expect(`${name} ${source}`).not.toMatch(/unsafe|\*|https?:|ws:|blob:/)
    }
  })
})
