/** Makes each run of white space one space, and takes it off the ends. */
export function fold(passage: string): string {
  return passage.replace(OTHER_SPACE, ' ').trim();
}

/** White space that is not one plain space. */
const OTHER_SPACE = /[^\S ]\s*| \s+/g;
