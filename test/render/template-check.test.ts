import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import type { DigestifError } from '../../src/errors.ts';
import { checkTemplate } from '../../src/render/template-check.ts';

const check = (source: string) => () => checkTemplate(Handlebars.create(), 'page', source, ['story', 'foot']);

test('values, conditions, loops and known partials pass', () => {
  expect(
    check(
      '{{title}} {{{letter}}} {{#if a}}{{b}}{{else}}{{#each c}}{{> story}}{{/each}}{{/if}} {{> foot site}} {{! x }}',
    ),
  ).not.toThrow();
});

test('what is hidden in an inner block is found', () => {
  expect(check('{{#if a}}\n {{else}}\n  {{#each b}}{{> sotry}}{{/each}}{{/if}}')).toThrow(
    'templates/page.hbs:3:14: there is no partial "sotry"',
  );
});

test('a fault that Handlebars would show at the first rendering only is shown at once', () => {
  expect(check('{{> story a b}}')).toThrow('templates/page.hbs:1:1: Unsupported number of partial arguments');
});

test('of a partial that is not there the nearest is named, or its kind, never all', () => {
  const parts = ['story', 'web-foot', 'web-head', 'email-told'];
  const hintFor = (called: string) => {
    try {
      checkTemplate(Handlebars.create(), 'page', `{{> ${called}}}`, parts);
    } catch (error) {
      return (error as DigestifError).diagnostics[0]?.hint;
    }
    return undefined;
  };
  expect(hintFor('sotry')).toBe('Did you mean "story"?');
  expect(hintFor('web-foott')).toBe('Did you mean "web-foot"?');
  expect(hintFor('web-everything')).toMatch(/^Of that kind there are web-foot, web-head\. A partial is/u);
  expect(hintFor('masthead')).toBe('A partial is a file of its own: templates/masthead.hbs.');
});
