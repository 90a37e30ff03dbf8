/** The two rules of the result's model: strong bias is not balanced, and many voices are not one-sided. */
export function agreeWithModel(balance: number, bias: number, perspectives: number): number {
  const most = bias > 0.7 ? 0.5 : 1;
  const least = perspectives > 5 ? 0.3 : 0;
  return Math.min(most, Math.max(least, balance));
}
