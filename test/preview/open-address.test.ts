import { expect, test } from 'vitest';
import { openAddress, openingCommand } from '../../src/preview/open-address.ts';

test('each system has its command; where nobody would see it, none', () => {
  expect(openingCommand('darwin', {})).toEqual(['open']);
  expect(openingCommand('win32', {})?.[0]).toBe('rundll32');
  expect(openingCommand('linux', { DISPLAY: ':0' })).toEqual(['xdg-open']);
  expect(openingCommand('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open']);
  expect(openingCommand('linux', {})).toBe(null);
  expect(openingCommand('darwin', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' })).toBe(null);
  expect(openingCommand('darwin', { CI: 'true' })).toBe(null);
});

test('a command that is not there does no harm', async () => {
  const path = process.env['PATH'];
  process.env['PATH'] = '';
  openAddress('http://127.0.0.1:1/', 'darwin', {});
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.env['PATH'] = path;
});
