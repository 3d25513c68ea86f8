/** The pages in a real browser: forms without script, small and dark, in every look. */

import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../src/commands/subscribers.ts';
import { looks } from '../../src/config.ts';
import type { State } from '../../src/deliver/types.ts';
import { listenAt, portOf } from '../../src/io/listening.ts';
import { loadConfig } from '../../src/io/newsletter.ts';
import { openState } from '../../src/io/state/open.ts';
import { openMaildir } from '../../src/io/transports/file.ts';
import { renderAnswerMail } from '../../src/render/confirm-mail.ts';
import { noticeNames, renderServePage } from '../../src/render/serve-page.ts';
import { servePublic } from '../../src/serve/serve.ts';
import { config, makeNewsletter } from '../newsletter.ts';
import { complaints, openWindow } from '../preview/stage.ts';
import { ourTemplates, site } from '../render/fixture.ts';
import { archive, linkIn, list, mailsIn, secret } from './stage.ts';

const { page: openPage } = openWindow();

/** A reverse proxy that serves the web app below a path, and takes that path away or not. */
async function openProxy(port: () => number, strips: boolean) {
  const server = createServer((incoming, outgoing) => {
    const path = strips ? (incoming.url ?? '').replace(/^\/mail/u, '') || '/' : incoming.url;
    const asked = request(
      {
        port: port(),
        path,
        method: incoming.method,
        headers: { ...incoming.headers, 'x-forwarded-for': '203.0.113.9' },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    incoming.pipe(asked);
  });
  await listenAt(server, 0, '127.0.0.1');
  return { address: `http://127.0.0.1:${portOf(server)}/mail`, close: () => server.close() };
}

describe.each([
  ['takes the path away', true],
  ['hands the path on', false],
])('behind a proxy that %s', (_, strips) => {
  let inner = 0;
  let proxy: Awaited<ReturnType<typeof openProxy>>;
  let served: Awaited<ReturnType<typeof servePublic>>;
  let state: State;
  const folder = makeNewsletter({ ...archive, 'digestif.config.yaml': config });
  const mails = join(folder, 'mails');

  beforeAll(async () => {
    proxy = await openProxy(() => inner, strips);
    state = await openState(folder);
    served = await servePublic({
      folder,
      config: loadConfig(folder).config,
      serveUrl: proxy.address,
      state,
      transport: openMaildir(mails),
      dkim: [],
      site,
      list,
      secret,
      host: '127.0.0.1',
      port: 0,
      log: () => {},
      now: Date.now,
      newId,
      random: () => 0,
    });
    inner = served.port;
  });
  afterAll(async () => {
    proxy.close();
    await served.close();
    await state.close();
  });

  test('one subscribes, confirms, leaves and finds back, without script', async () => {
    const page = await openPage({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    await page.goto(`${proxy.address}/subscribe`);
    await page.getByLabel('Email address').fill('ida@pond.example');
    await page.getByLabel('Name, if you like').fill('Ida Reed');
    expect(await page.getByLabel('Leave this field empty').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Subscribe' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Look into your inbox');
    let link = '';
    while (link === '') {
      await page.waitForTimeout(50);
      link = linkIn(mailsIn(mails)[0]);
    }
    await page.goto(link);
    await page.getByRole('button', { name: 'Yes, subscribe me' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are on the list');
    const found = await state.subscribers.find('ida@pond.example');
    expect(found).toMatchObject({ status: 'active', name: 'Ida Reed' });
    await page.getByRole('main').getByRole('link', { name: 'Archive' }).click();
    expect(await page.title()).toBe('Archive');
    // Asked again, a word that they are on the list brings the link to leave.
    await page.goto(`${proxy.address}/subscribe`);
    await page.getByLabel('Email address').fill('IDA@pond.example');
    await page.keyboard.press('Enter');
    let leave: string | undefined;
    while (leave === undefined) {
      await page.waitForTimeout(50);
      leave = mailsIn(mails)
        .map(linkIn)
        .find((one) => one.includes('/unsubscribe/'));
    }
    await page.goto(leave);
    await page.getByRole('button', { name: 'Unsubscribe' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are off the list');
    expect(await state.subscribers.find('ida@pond.example')).toMatchObject({ status: 'unsubscribed' });
    await page.getByRole('link', { name: 'Subscribe again' }).click();
    expect(page.url()).toBe(`${proxy.address}/subscribe`);
    await page.close();
  });

  test('a wrong address is pointed at', async () => {
    const page = await openPage();
    await page.goto(`${proxy.address}/subscribe`);
    // What the browser itself would refuse is not the question here.
    await page.evaluate("document.querySelector('form').noValidate = true");
    await page.getByLabel('Email address').fill('ida@pond');
    await page.getByRole('button', { name: 'Subscribe' }).click();
    const field = page.getByLabel('Email address');
    expect(await field.inputValue()).toBe('ida@pond');
    expect(await page.evaluate('document.activeElement.id')).toBe('email');
    expect(await page.locator(`#${await field.getAttribute('aria-describedby')}`).textContent()).toContain(
      'no email address',
    );
    expect(page.said.filter((words) => !words.includes('400'))).toEqual([]);
    await page.close();
  });
});

const sights = [
  { width: 320, height: 640, colorScheme: 'dark' },
  { width: 320, height: 640, colorScheme: 'light' },
  { width: 1200, height: 800, colorScheme: 'light' },
] as const;

describe.each(looks)('%s', (look) => {
  const templates = ourTemplates(look);
  // One of each kind where the look is not ours.
  const names = look === looks[0] ? noticeNames : (['wrongAddress', 'confirm', 'findLink'] as const);
  test.each(sights)(
    'axe has nothing against any page at $width, $colorScheme',
    async ({ colorScheme, ...viewport }) => {
      const page = await openPage({ viewport, colorScheme });
      for (const name of names) {
        const entered = name === 'wrongAddress' ? { email: 'ida@pond', name: 'Ida' } : undefined;
        await page.setContent(renderServePage(name, site, templates, { base: '', token: 'x' }, entered));
        expect(await complaints(page), name).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(
          viewport.width,
        );
        const heights = await page.evaluate(
          "[...document.querySelectorAll('button, input:not([tabindex])')].map((e) => e.getBoundingClientRect().height)",
        );
        expect(
          (heights as number[]).filter((height) => height < 44),
          name,
        ).toEqual([]);
      }
      for (const kind of ['confirm', 'already'] as const) {
        const answer = kind === 'confirm' ? { kind, days: 7 } : { kind };
        await page.setContent(renderAnswerMail(answer, 'https://lantern.example/x', site, templates).html);
        // A mail has no landmarks.
        expect(
          (await complaints(page)).filter((words) => !/^(?:region|landmark)/u.test(words)),
          kind,
        ).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth'), kind).toBeLessThanOrEqual(
          viewport.width,
        );
      }
      await page.close();
    },
  );
});
