/** A share as Amazon shows it, `9.52%`. */
export const formatRate = (rate: number): string => `${(rate * 100).toFixed(2)}%`
