import { SaxesParser } from 'saxes';

/** Why a text is no well-formed XML, or null. */
export function findXmlFault(text: string): string | null {
  let fault: string | null = null;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    fault ??= error.message;
  });
  parser.write(text).close();
  return fault;
}
