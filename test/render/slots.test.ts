import { expect, test } from 'vitest';
import { countBytes, fillSlots, neutralValues, slotBytes, slotsOf } from '../../src/render/slots.ts';
import { makeIssue, makeStory, makeTheme, site } from './fixture.ts';

test('tokens follow the content: a text that holds one is another content', () => {
  const slots = slotsOf(makeIssue());
  expect(slots.unsubscribe).toMatch(/^slot-[0-9a-f]{16}-unsubscribe$/);
  expect(slotsOf(makeIssue())).toEqual(slots);
  const thief = makeIssue({ themes: [makeTheme('T', [makeStory('a', { title: slots.unsubscribe })])] });
  expect(slotsOf(thief).unsubscribe).not.toBe(slots.unsubscribe);
});

test('values are put in as they are, escaped where they must be', () => {
  const slots = slotsOf(makeIssue());
  const rendered = `a ${slots.unsubscribe} b ${slots.unsubscribe} ${slots.recipient}`;
  const values = { unsubscribe: 'https://l.example/u?a=1&b=$&', recipient: '"Ada" <a@l.example>' };
  expect(fillSlots(rendered, slots, values, false)).toBe(
    'a https://l.example/u?a=1&b=$& b https://l.example/u?a=1&b=$& "Ada" <a@l.example>',
  );
  expect(fillSlots(rendered, slots, values, true)).toContain(
    'a=1&amp;b=$&amp; &quot;Ada&quot; &lt;a@l.example&gt;',
  );
});

test('size is counted with the longest values', () => {
  const slots = slotsOf(makeIssue());
  expect(countBytes(`é${slots.unsubscribe}${slots.unsubscribe}`, slots)).toBe(2 + 2 * slotBytes.unsubscribe);
  expect(slotBytes.unsubscribe).toBe(300);
});

test('the copy that belongs to nobody leads to the page for leaving', () => {
  expect(neutralValues(site, 'en')).toEqual({
    unsubscribe: 'https://lantern.example/unsubscribe',
    recipient: 'you',
  });
});
