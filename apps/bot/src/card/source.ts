/** Where the analysed text came from, for the card to say. */
export type AnalysisSource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'message'; readonly url: string };
