import { describe, expect, it } from 'vitest'
import { keepPreview, previewResponse } from '#main/previews.ts'

describe('previewed documents', () => {
  it('are answered under their own address, with a policy that lets nothing run or load', async () => {
    const response = previewResponse(keepPreview('<p>Berita acara</p>'))
    expect(await response?.text()).toBe('<p>Berita acara</p>')
    const policy = response?.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain('frame-ancestors app://bundle')
    expect(policy).not.toMatch(/script-src|connect-src/)
  })

  it('have no other address', () => {
    const address = keepPreview('<p>satu</p>')
    for (const wrong of [
      `${address}x`,
      address.slice(0, -1),
      `${address}?a`,
      `${address}/..`,
      'app://preview/',
      'app://bundle/',
    ]) {
      expect(previewResponse(wrong)).toBeNull()
    }
  })

  it('are forgotten once a few newer ones were kept', () => {
    const first = keepPreview('<p>pertama</p>')
    for (let later = 0; later < 8; later++) keepPreview('<p>lain</p>')
    expect(previewResponse(first)).toBeNull()
  })
})
