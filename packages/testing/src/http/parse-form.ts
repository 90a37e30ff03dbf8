/** Reads a multipart body that is already in memory. */
export async function parseForm(bytes: Uint8Array, contentType: string): Promise<FormData> {
  const response = new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } });
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the warning is about large uploads to servers; a test's are small
  return response.formData();
}
