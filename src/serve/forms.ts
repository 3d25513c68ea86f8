/** What a form sends. */

export type Form = { [name: string]: string };

/** `type`: no form sends this. `size`: more than any form of ours. `broken`: not what its type says, or cut off. */
export type Reading = { form: Form } | { fault: 'type' | 'size' | 'broken' };

/** A form has an address, a name and a few words of no use. */
export const mostBytes = 8 * 1024;

/**
 * Reads a body of at most `mostBytes`, however it is sent: with its length, in chunks, without either. Files are left
 * out, of fields with one name the last counts. No body at all and no type is an empty form.
 */
export async function readForm(request: Pick<Request, 'headers' | 'body'>): Promise<Reading> {
  const type = request.headers.get('content-type') ?? '';
  const kind = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (kind !== '' && kind !== 'application/x-www-form-urlencoded' && kind !== 'multipart/form-data')
    return { fault: 'type' };
  // What is told to be long need not be waited for.
  if (Number(request.headers.get('content-length')) > mostBytes) return { fault: 'size' };
  try {
    const bytes = await readBytes(request.body);
    if (bytes === null) return { fault: 'size' };
    if (kind === '') return bytes.length === 0 ? { form: {} } : { fault: 'type' };
    const data = await new Response(bytes, { headers: { 'content-type': type } }).formData();
    return { form: formOf(data) };
  } catch {
    return { fault: 'broken' };
  }
}

/** Null where there are more than `mostBytes`. */
async function readBytes(body: Request['body']): Promise<Uint8Array<ArrayBuffer> | null> {
  if (body === null) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > mostBytes) return null;
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

function formOf(data: FormData): Form {
  const form: Form = Object.create(null) as Form;
  data.forEach((value, name) => {
    if (typeof value === 'string') form[name] = value.toWellFormed();
  });
  return form;
}
