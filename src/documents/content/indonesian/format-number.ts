/**
 * A number the Indonesian way: decimal comma, dot between thousands. `decimals` is the fixed number of digits after the
 * comma (0 to 15); a half is rounded away from zero.
 * @example formatNumber(22009951244) // '22.009.951.244'
 * @example formatNumber(83.05, 2) // '83,05'
 */
export function formatNumber(value: number, decimals = 0): string {
  return new Intl.NumberFormat('id-ID', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  }).format(value)
}

/**
 * A share as percent, without a space before the sign.
 * @example formatPercent(0.615, 1) // '61,5%'
 */
export function formatPercent(share: number, decimals = 0): string {
  return `${formatNumber(share * 100, decimals)}%`
}
