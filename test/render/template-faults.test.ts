import { expect, test } from 'vitest';
import { DigestifError } from '../../src/errors.ts';
import { failTemplate, messageOf, positionOf, readGrammarError } from '../../src/render/template-faults.ts';

test('a fault tells file, line and column in words and the first two as data', () => {
  const run = () => failTemplate('page', 'too bad', { line: 3, column: 7 }, 'Try another.');
  expect(run).toThrow('templates/page.hbs:3:7: too bad');
  try {
    run();
  } catch (error) {
    const diagnostics = error instanceof DigestifError ? error.diagnostics : [];
    expect(diagnostics).toMatchObject([
      { code: 'template-invalid', file: 'templates/page.hbs', line: 3, hint: 'Try another.' },
    ]);
  }
});

test('the grammar’s drawing becomes a column, across line ends and cut beginnings', () => {
  const source = 'first\n  long text here {{foo bar=}} more';
  const error =
    'Parse error on line 2:\n...text here {{foo bar=}} more\n-----------------------^\nExpecting…';
  expect(readGrammarError(error, source)).toEqual({
    message: 'unexpected "}} more"',
    at: { line: 2, column: 28 },
  });
  expect(readGrammarError('Something else', source)).toEqual({ message: 'Something else' });
});

test('places that Handlebars repeats in its messages are told once', () => {
  expect(messageOf(new Error("if doesn't match each - 1:3"))).toBe("if doesn't match each");
  expect(messageOf(new Error('"titel" not defined in [object Object] - 1:2'))).toBe(
    'there is no value "titel" here',
  );
  expect(positionOf(Object.assign(new Error('x'), { lineNumber: 2, column: 0 }))).toEqual({
    line: 2,
    column: 1,
  });
  expect(positionOf(new Error('x'))).toBeUndefined();
});
