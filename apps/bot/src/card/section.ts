/** A part of the card as Markdown, within the room it was given. */
export interface Section {
  readonly text: string;
  /** Whether the report holds more than is shown. */
  readonly isCut: boolean;
}

/** Puts sections below each other; what is cut in one is cut in the whole. */
export function joinSections(sections: readonly (Section | undefined)[], separator = '\n'): Section | undefined {
  const present = sections.filter((section) => section !== undefined);
  if (present.length === 0) return undefined;
  return { text: present.map(({ text }) => text).join(separator), isCut: present.some(({ isCut }) => isCut) };
}
