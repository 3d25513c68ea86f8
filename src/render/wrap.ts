/** Plain text in columns as a terminal counts them: Chinese takes two, an accent none. */
import stringWidth from 'string-width';

/** Something no line may be broken in, and what stands between it and the one before. */
type Piece = { text: string; width: number; glue: '' | ' ' };

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Scripts that are written without spaces may break between any two signs, but not before these. */
const closing = /^[\p{Pe}\p{Pf}、。，．！？：；・…ー\p{Mn}]/u;
const opening = /^[\p{Ps}\p{Pi}]$/u;

/** Lines of at most `width` columns, each behind `margin`. Addresses stay whole, however long. */
export function wrapText(text: string, width: number, margin = ''): string[] {
  const room = Math.max(1, width - stringWidth(margin));
  return text.split('\n').flatMap((line) => fillLines(splitPieces(line, room), room).map((l) => margin + l));
}

function fillLines(pieces: readonly Piece[], room: number): string[] {
  const lines: { text: string; width: number }[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line && line.width + piece.glue.length + piece.width <= room) {
      line.text += piece.glue + piece.text;
      line.width += piece.glue.length + piece.width;
    } else {
      lines.push({ text: piece.text, width: piece.width });
    }
  }
  return lines.length === 0 ? [''] : lines.map((line) => line.text);
}

function splitPieces(line: string, room: number): Piece[] {
  return line
    .split(/[ \t\u3000]+/)
    .filter((word) => word !== '')
    .flatMap((word) => splitWord(word, room));
}

function splitWord(word: string, room: number): Piece[] {
  // Most words are of signs that take one column each: nothing need be measured.
  const isPlain = /^[!-~]*$/.test(word);
  const width = isPlain ? word.length : stringWidth(word);
  const whole: Piece[] = [{ text: word, width, glue: ' ' }];
  if (isPlain && width <= room) return whole;
  if (/https?:|mailto:/.test(word)) return whole;
  const signs = Array.from(graphemes.segment(word), ({ segment }) => segment);
  const wide = signs.some((sign) => stringWidth(sign) === 2);
  if (!wide && width <= room) return whole;
  return joinSigns(signs, wide);
}

/** Signs of a word that may be broken: Latin runs inside Chinese stay together, closing signs stay with theirs. */
function joinSigns(signs: readonly string[], wide: boolean): Piece[] {
  const pieces: Piece[] = [];
  let before = '';
  for (const sign of signs) {
    const width = stringWidth(sign);
    const last = pieces.at(-1);
    const narrowRun = wide && width < 2 && stringWidth(before) < 2 && before !== '';
    if (last && (narrowRun || closing.test(sign) || opening.test(before))) {
      last.text += sign;
      last.width += width;
    } else {
      pieces.push({ text: sign, width, glue: last ? '' : ' ' });
    }
    before = sign;
  }
  return pieces;
}
