import { textOf } from '../json.js';

import type { FormCheck } from './form-check.js';

/** Attachments of one message (Discord developer documentation, "Uploading Files"). */
const LIMITS = { files: 10, description: 1024 } as const;

/** An uploaded part `files[key]`. */
export interface UploadedName {
  /** The `n` of `files[n]`. */
  readonly key: string;
  readonly name: string;
}

interface AttachmentContext {
  readonly uploads: readonly UploadedName[];
  readonly existing?: { readonly fileNames: readonly string[] };
}

/** Checks the `attachments` list against the uploads; answers every name `attachment://` may use. */
export function checkAttachments(check: FormCheck, field: string, value: unknown, context: AttachmentContext): Set<string> {
  const names = new Set([...context.uploads.map(({ name }) => name), ...(context.existing?.fileNames ?? [])]);
  const keys = new Set(context.uploads.map(({ key }) => key));

  if (context.uploads.length > LIMITS.files) {
    check.fail(field, 'BASE_TYPE_MAX_LENGTH', `Must be ${LIMITS.files} or fewer in length.`);
  }
  check.list(field, value, { max: LIMITS.files }).forEach((attachment, index) => {
    const at = `${field}.${index}`;
    check.text(`${at}.description`, attachment.description, { max: LIMITS.description });
    const id = typeof attachment.id === 'number' ? String(attachment.id) : textOf(attachment.id);
    if (id === undefined) check.fail(`${at}.id`, 'BASE_TYPE_REQUIRED', 'This field is required');
    // Short ids are indexes of `files[n]`, long ones snowflakes of files that are already there.
    else if (id.length < 4 && !keys.has(id)) {
      check.fail(`${at}.id`, 'ATTACHMENT_NOT_FOUND', `Attachment data not found: no part files[${id}]`);
    }
  });
  return names;
}
