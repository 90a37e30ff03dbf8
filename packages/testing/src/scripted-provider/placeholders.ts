/** Fills `{{httpDate(now+2000)}}` and its like: the moment is `nowMs` plus or minus the milliseconds given. */
export function fillPlaceholders(text: string, nowMs: number): string {
  return text.replace(/\{\{(httpDate|isoDate|epochSeconds|epochMs)\(now([+-]\d{1,15})?\)\}\}/g, (_all, form: string, shift?: string) => {
    const atMs = nowMs + Number(shift ?? 0);
    switch (form) {
      case 'httpDate':
        return new Date(atMs).toUTCString();
      case 'isoDate':
        return new Date(atMs).toISOString();
      case 'epochSeconds':
        return String(Math.round(atMs / 1_000));
      default:
        return String(Math.round(atMs));
    }
  });
}
